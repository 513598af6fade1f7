import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { TaskStatus } from '@/api/types';

export interface Drag {
  taskId: string;
  /** Where it would land. */
  status: TaskStatus;
  index: number;
  /** By pointer: where to draw the card. By keyboard: null, the card stays in the column. */
  at: { x: number; y: number; width: number } | null;
}

interface Options {
  cardHeight: number;
  frame: RefObject<HTMLElement | null>;
  onDrop: (drag: Drag) => void;
}

const THRESHOLD = 5;
/** A finger that rests so long picks up; one that moves before scrolls. */
const HOLD = 220;
const EDGE = 56;
const SPEED = 14;

/** Dragging cards with a mouse, a pen or a resting finger. */
export function usePointerDrag({ cardHeight, frame, onDrop }: Options) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const latest = useRef<Drag | null>(null);
  const stop = useRef<() => void>(() => undefined);

  const set = useCallback((next: Drag | null) => {
    latest.current = next;
    setDrag(next);
  }, []);

  useEffect(
    () => () => {
      stop.current();
    },
    [],
  );

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>, taskId: string) => {
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
    stop.current();
    const element = event.currentTarget;
    const card = element.getBoundingClientRect();
    const grip = { x: event.clientX - card.left, y: event.clientY - card.top };
    const origin = { x: event.clientX, y: event.clientY };
    const point = { ...origin };
    const byTouch = event.pointerType === 'touch';
    let held = !byTouch;
    let scrolling = 0;

    const show = () => {
      const place = placeUnder(point.x, point.y, cardHeight) ?? latest.current;
      if (!place) return;
      const at = { x: point.x - grip.x, y: point.y - grip.y, width: card.width };
      set({ taskId, status: place.status, index: place.index, at });
    };
    const scroll = () => {
      scrolling = 0;
      if (!latest.current) return;
      if (scrollNear(point.x, point.y, frame.current)) show();
      scrolling = requestAnimationFrame(scroll);
    };
    const timer = byTouch
      ? setTimeout(() => {
          held = true;
          show();
          scrolling ||= requestAnimationFrame(scroll);
        }, HOLD)
      : undefined;

    const move = (now: PointerEvent) => {
      point.x = now.clientX;
      point.y = now.clientY;
      const far = Math.hypot(point.x - origin.x, point.y - origin.y) > THRESHOLD;
      if (!held) {
        if (far) finish(false);
        return;
      }
      if (!latest.current && !far) return;
      now.preventDefault();
      show();
      scrolling ||= requestAnimationFrame(scroll);
    };
    const finish = (drop: boolean) => {
      stop.current();
      const landed = latest.current;
      set(null);
      if (landed) swallowNextClick();
      if (drop && landed) onDrop(landed);
    };
    const up = () => {
      finish(true);
    };
    const cancel = () => {
      finish(false);
    };
    const key = (now: KeyboardEvent) => {
      if (now.key !== 'Escape' || !latest.current) return;
      now.preventDefault();
      now.stopPropagation();
      finish(false);
    };
    // While a card is held, the finger moves it and not the page, and a long press opens no menu.
    const keep = (now: Event) => {
      if (held && now.cancelable) now.preventDefault();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, { capture: true });
    if (byTouch) {
      window.addEventListener('touchmove', keep, { passive: false });
      window.addEventListener('contextmenu', keep);
    }
    stop.current = () => {
      clearTimeout(timer);
      cancelAnimationFrame(scrolling);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, { capture: true });
      window.removeEventListener('touchmove', keep);
      window.removeEventListener('contextmenu', keep);
      stop.current = () => undefined;
    };
  };

  return { drag, onPointerDown };
}

/** The column and place under a point. */
function placeUnder(x: number, y: number, cardHeight: number): { status: TaskStatus; index: number } | null {
  for (const list of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const box = list.getBoundingClientRect();
    if (x < box.left || x > box.right) continue;
    const index = Math.max(0, Math.round((y - box.top + list.scrollTop) / cardHeight - 0.5));
    return { status: list.dataset['column'] as TaskStatus, index };
  }
  return null;
}

/** Scrolls the column, and the columns, that the point is near the edge of; tells whether something moved. */
function scrollNear(x: number, y: number, frame: HTMLElement | null): boolean {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')];
  const list = columns.find((one) => {
    const box = one.getBoundingClientRect();
    return x >= box.left && x <= box.right;
  });
  const down = list ? push(list.getBoundingClientRect(), 'top', 'bottom', y) : 0;
  const across = frame ? push(frame.getBoundingClientRect(), 'left', 'right', x) : 0;
  if (list) list.scrollTop += down;
  if (frame) frame.scrollLeft += across;
  return down !== 0 || across !== 0;
}

/** The nearer to the edge, the faster. */
function push(box: DOMRect, start: 'top' | 'left', end: 'bottom' | 'right', at: number): number {
  const before = at - box[start];
  const after = box[end] - at;
  if (before < EDGE) return -Math.ceil(SPEED * Math.min(1, (EDGE - before) / EDGE));
  if (after < EDGE) return Math.ceil(SPEED * Math.min(1, (EDGE - after) / EDGE));
  return 0;
}

/** The release of a drag is not a click on the card's link. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => {
    window.removeEventListener('click', swallow, { capture: true });
  }, 0);
}
