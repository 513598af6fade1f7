import { type PointerEvent, type RefObject, useRef } from 'react';

/** Dragging the ground moves a scrolling region, as on a map. Touch scrolls by itself. */
export function usePan(frame: RefObject<HTMLElement | null>) {
  const from = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      const element = frame.current;
      if (!element || event.pointerType !== 'mouse' || event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    },
    onPointerMove: (event: PointerEvent) => {
      const start = from.current;
      if (!start || !frame.current) return;
      frame.current.scrollTo(start.left - (event.clientX - start.x), start.top - (event.clientY - start.y));
    },
    onPointerUp: () => {
      from.current = null;
    },
  };
}
