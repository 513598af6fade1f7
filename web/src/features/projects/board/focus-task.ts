const TRIES = 20;

/** Gives a task the focus as soon as it is drawn: what was far away is drawn a moment after it is scrolled to. */
export function focusTask(id: string, tries = TRIES): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`a[data-task="${id}"], [data-task="${id}"] a`);
    if (element) element.focus({ preventScroll: true });
    else if (tries > 0) focusTask(id, tries - 1);
  });
}
