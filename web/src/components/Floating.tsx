import { type ComponentPropsWithRef, type KeyboardEvent, type ToggleEvent, useRef } from 'react';
import styles from './Floating.module.css';

const GAP = 6;

type Side = 'above' | 'below' | 'below-end';

interface Props extends ComponentPropsWithRef<'div'> {
  id: string;
  side?: Side;
  onOpen?: (open: boolean) => void;
}

/**
 * What floats beside the button with `popoverTarget={id}`. The browser closes it on Escape and on a click elsewhere,
 * and gives the focus back.
 */
export function Floating({ id, side = 'below', onOpen, children, className, ...rest }: Props) {
  return (
    <div
      id={id}
      popover="auto"
      {...rest}
      className={[styles.floating, className].join(' ')}
      onBeforeToggle={(event: ToggleEvent<HTMLDivElement>) => {
        if (event.newState === 'open') place(event.currentTarget, side);
      }}
      onToggle={(event: ToggleEvent<HTMLDivElement>) => {
        onOpen?.(event.newState === 'open');
      }}
    >
      {children}
    </div>
  );
}

function place(floating: HTMLElement, side: Side): void {
  const button = document.querySelector(`[popovertarget="${CSS.escape(floating.id)}"]`);
  if (!button) return;
  const at = button.getBoundingClientRect();
  const { style } = floating;
  if (side === 'above') style.bottom = `${window.innerHeight - at.top + GAP}px`;
  else style.top = `${at.bottom + GAP}px`;
  if (side === 'below-end') style.right = `${document.documentElement.clientWidth - at.right}px`;
  else style.left = `${at.left}px`;
}

/** A floating menu: arrow keys, Home and End walk through its items, and choosing one closes it. */
export function FloatingMenu({ id, children, ...rest }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem], [role=menuitemradio]') ?? []),
  ];
  const onKey = (event: KeyboardEvent) => {
    const all = items();
    const at = all.findIndex((one) => one === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') menu.current?.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };
  return (
    <Floating
      {...rest}
      id={id}
      ref={menu}
      role="menu"
      onOpen={(open) => {
        if (open) items()[0]?.focus();
      }}
      onKeyDown={onKey}
      onClick={() => {
        menu.current?.hidePopover();
      }}
    >
      {children}
    </Floating>
  );
}

export const menuItem = styles.item;
export const menuLabel = styles.label;
export const menuDivider = styles.divider;
export const menuAside = styles.aside;
