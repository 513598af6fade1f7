import { useEffect, useLayoutEffect, useRef } from 'react';

interface Props<Base> {
  label: string;
  value: string;
  /** What the person sees when they begin to write; given back with what they wrote. */
  base: Base;
  className?: string | undefined;
  placeholder?: string;
  required?: boolean;
  maxLength?: number;
  onSave: (value: string, base: Base) => void;
}

/** Text that is edited where it stands: saved when left, taken back with Escape. News do not touch what is being written. */
export function EditableText<Base>(props: Props<Base>) {
  const { label, value, base, className, placeholder, required, maxLength, onSave } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const begun = useRef<{ value: string; base: Base } | null>(null);
  const fit = () => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  };
  useEffect(() => {
    const element = area.current;
    if (element && !begun.current && element.value !== value) element.value = value;
    fit();
  }, [value]);
  useLayoutEffect(fit, []);
  const save = () => {
    const element = area.current;
    const start = begun.current;
    begun.current = null;
    if (!element || !start) return;
    const text = element.value.trim();
    if ((required && !text) || text === start.value) element.value = value;
    else onSave(text, start.base);
    fit();
  };
  return (
    <textarea
      ref={area}
      rows={1}
      aria-label={label}
      className={className}
      defaultValue={value}
      placeholder={placeholder}
      maxLength={maxLength}
      onInput={fit}
      onFocus={() => {
        begun.current = { value, base };
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          event.currentTarget.value = value;
          begun.current = null;
          event.currentTarget.blur();
        }
        if (event.key === 'Enter' && (required || event.metaKey || event.ctrlKey)) {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
    />
  );
}
