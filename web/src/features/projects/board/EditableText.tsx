import { useLayoutEffect, useRef } from 'react';

interface Props {
  label: string;
  value: string;
  className?: string | undefined;
  placeholder?: string;
  required?: boolean;
  onSave: (value: string) => void;
}

/** Text that is edited where it stands: saved when left, taken back with Escape. */
export function EditableText({ label, value, className, placeholder, required, onSave }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const fit = () => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  };
  useLayoutEffect(fit, [value]);
  const save = () => {
    const element = area.current;
    const text = element?.value.trim() ?? '';
    if (element && required && !text) element.value = value;
    else if (text !== value) onSave(text);
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
      onInput={fit}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          event.currentTarget.value = value;
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
