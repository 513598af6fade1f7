/** Names of things that show only an icon: any element with `data-hint` says it on hover and on focus by keys. */
const PAUSE = 400;
const GAP = 6;

export function watchHints(): () => void {
  const bubble = document.createElement('div');
  bubble.className = 'hint';
  bubble.popover = 'manual';
  // The element is named already; the bubble is for eyes.
  bubble.ariaHidden = 'true';
  document.body.append(bubble);
  let timer = 0;

  const hide = () => {
    window.clearTimeout(timer);
    if (bubble.matches(':popover-open')) bubble.hidePopover();
  };
  const show = (target: HTMLElement) => {
    if (!target.isConnected || !target.dataset['hint']) return;
    bubble.textContent = target.dataset['hint'];
    bubble.showPopover();
    place(bubble, target.getBoundingClientRect(), target.dataset['hintSide'] === 'right');
  };
  const over = (event: Event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null;
    hide();
    if (!target || (event.type === 'focusin' && !target.matches(':focus-visible'))) return;
    timer = window.setTimeout(() => {
      show(target);
    }, PAUSE);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
  };

  const events = ['pointerover', 'focusin'] as const;
  const ends = ['pointerdown', 'focusout', 'scroll'] as const;
  for (const name of events) document.addEventListener(name, over);
  for (const name of ends) document.addEventListener(name, hide, true);
  document.addEventListener('keydown', key);
  return () => {
    for (const name of events) document.removeEventListener(name, over);
    for (const name of ends) document.removeEventListener(name, hide, true);
    document.removeEventListener('keydown', key);
    hide();
    bubble.remove();
  };
}

function place(bubble: HTMLElement, at: DOMRect, beside: boolean): void {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const inside = (wanted: number, room: number) => Math.max(GAP, Math.min(wanted, room - GAP));
  if (beside) {
    bubble.style.left = `${at.right + GAP}px`;
    bubble.style.top = `${at.top + (at.height - height) / 2}px`;
    return;
  }
  const above = at.top - height - GAP;
  bubble.style.left = `${inside(at.left + (at.width - width) / 2, window.innerWidth - width)}px`;
  bubble.style.top = `${above < GAP ? at.bottom + GAP : above}px`;
}
