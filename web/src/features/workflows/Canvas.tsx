import { t } from '@lingui/core/macro';
import { type CSSProperties, useContext, useEffect, useMemo, useRef } from 'react';
import type { Analysis } from '@/api/types';
import styles from './Diagram.module.css';
import { drawnItems, itemById } from './evidence';
import { LightContext, useLight } from './light';
import { drawMarks, type Mark } from './marks';
import { usePan } from './use-pan';

/** `readable` fills the width but never makes words too small to read; `fit` shows everything. */
export type Scale = 'readable' | 'fit' | number;

const READABLE = 0.68;
const STRIDE = 60;
const strides: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STRIDE, 0],
  ArrowRight: [STRIDE, 0],
  ArrowUp: [0, -STRIDE],
  ArrowDown: [0, STRIDE],
};

interface Props {
  svg: SVGSVGElement;
  natural: number;
  scale: Scale;
  analysis: Analysis | null;
  marks: ReadonlyMap<string, Mark>;
  onZoom: (direction: 1 | -1) => void;
  onFit: () => void;
}

/** The drawing in a frame that is dragged, scrolled and zoomed; its nodes light the text that they rest on. */
export function Canvas({ svg, natural, scale, analysis, marks, onZoom, onFit }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const store = useContext(LightContext);
  const { refs } = useLight();
  const items = useMemo(() => (analysis ? drawnItems(analysis) : []), [analysis]);
  const pan = usePan(frame);

  useEffect(() => {
    paper.current?.replaceChildren(svg);
  }, [svg]);

  useEffect(() => {
    const lit = new Set(refs);
    svg.toggleAttribute('data-dimmed', lit.size > 0);
    for (const node of svg.querySelectorAll('[data-node-id]'))
      node.toggleAttribute('data-lit', lit.has(sourceOf(node)));
  }, [svg, refs]);

  useEffect(() => {
    drawMarks(svg, marks, sourceOf);
  }, [svg, marks]);

  useZoomWheel(frame, onZoom);

  const over = (target: EventTarget | null, scroll: boolean) => {
    const node = target instanceof Element ? target.closest('[data-node-id]') : null;
    if (!node) {
      store.clear();
      return;
    }
    const id = sourceOf(node);
    store.set(itemById(items, id)?.evidence ?? [], [id], scroll);
  };

  return (
    <div
      ref={frame}
      className={styles.frame}
      // A region that scrolls must be reachable by keyboard.
      tabIndex={0}
      role="group"
      aria-label={t`Drawing of the process`}
      {...pan}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const stride = strides[event.key];
        if (event.key === '+' || event.key === '=') onZoom(1);
        else if (event.key === '-') onZoom(-1);
        else if (event.key === '0') onFit();
        else if (stride) {
          event.preventDefault();
          frame.current?.scrollBy(...stride);
        }
      }}
      onPointerOver={(event) => {
        over(event.target, false);
      }}
      onPointerLeave={() => {
        store.clear();
      }}
      onClick={(event) => {
        over(event.target, true);
      }}
    >
      <div ref={paper} className={styles.paper} style={widthOf(scale, natural)} />
    </div>
  );
}

/** Ctrl and the wheel zoom, as does a pinch on a touchpad; the page itself must not. */
function useZoomWheel(frame: React.RefObject<HTMLDivElement | null>, onZoom: (direction: 1 | -1) => void) {
  const zoom = useRef(onZoom);
  useEffect(() => {
    zoom.current = onZoom;
  });
  useEffect(() => {
    const element = frame.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom.current(event.deltaY < 0 ? 1 : -1);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [frame]);
}

function widthOf(scale: Scale, natural: number): CSSProperties {
  if (scale === 'fit') return { width: '100%', maxWidth: natural };
  if (scale === 'readable') return { width: '100%', minWidth: natural * READABLE, maxWidth: natural };
  return { width: natural * scale };
}

/** The task, gateway or event of the analysis that a node stands for. */
function sourceOf(node: Element): string {
  return node.getAttribute('data-source-id') ?? node.getAttribute('data-node-id') ?? '';
}
