import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
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
  onDrop: (drag: Drag) => void;
}

const THRESHOLD = 5;
const EDGE = 48;

/** Dragging cards with a mouse or pen. Touch scrolls; there the status is changed in the task itself. */
export function usePointerDrag({ cardHeight, onDrop }: Options) {
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
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const card = event.currentTarget.getBoundingClientRect();
    const grip = { x: event.clientX - card.left, y: event.clientY - card.top };
    const origin = { x: event.clientX, y: event.clientY };

    const move = (now: PointerEvent) => {
      const far = Math.hypot(now.clientX - origin.x, now.clientY - origin.y) > THRESHOLD;
      if (!latest.current && !far) return;
      now.preventDefault();
      const place = placeUnder(now.clientX, now.clientY, cardHeight) ?? latest.current;
      if (!place) return;
      set({
        taskId,
        status: place.status,
        index: place.index,
        at: { x: now.clientX - grip.x, y: now.clientY - grip.y, width: card.width },
      });
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
      if (now.key === 'Escape') finish(false);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key);
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key);
    };
  };

  return { drag, onPointerDown };
}

/** The column and place under a point; scrolls a long column when the point is near its edge. */
function placeUnder(x: number, y: number, cardHeight: number): { status: TaskStatus; index: number } | null {
  for (const list of document.querySelectorAll<HTMLElement>('[data-column]')) {
    const box = list.getBoundingClientRect();
    if (x < box.left || x > box.right) continue;
    if (y < box.top + EDGE) list.scrollTop -= 12;
    if (y > box.bottom - EDGE) list.scrollTop += 12;
    const index = Math.max(0, Math.floor((y - box.top + list.scrollTop) / cardHeight));
    return { status: list.dataset['column'] as TaskStatus, index };
  }
  return null;
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
