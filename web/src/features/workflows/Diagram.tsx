import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Maximize2, Minimize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type CSSProperties, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Analysis, Workflow } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { Notice } from '@/components/Notice';
import { describe } from '@/api/problem';
import styles from './Diagram.module.css';
import { drawnItems, itemById } from './evidence';
import { LightContext, useLight } from './light';
import { diagramOptions } from './queries';
import { progressOf } from './board-progress';
import { safeSvg } from './svg';
import { usePan } from './use-pan';

interface Props {
  workflowId: string;
  analysis: Analysis | null;
  board: Workflow['board'];
  ready: boolean;
  over: boolean;
}

/** `readable` fills the width but never makes words too small to read; `fit` shows everything. */
type Scale = 'readable' | 'fit' | number;

const READABLE = 0.68;
const STEPS = [0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2];

export function Diagram({ workflowId, analysis, board, ready, over }: Props) {
  const drawing = useQuery(diagramOptions(workflowId, ready));
  const [large, setLarge] = useState(false);
  const [scale, setScale] = useState<Scale>('readable');
  const svg = useMemo(() => (drawing.data ? safeSvg(drawing.data) : null), [drawing.data]);
  const natural = Number(svg?.getAttribute('width') ?? 0);

  useEffect(() => {
    if (!large) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setLarge(false);
    };
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', leave);
    };
  }, [large]);

  const zoom = (direction: 1 | -1) => {
    const shown = svg ? svg.getBoundingClientRect().width / natural : 1;
    const next =
      direction > 0 ? STEPS.find((s) => s > shown + 0.02) : STEPS.findLast((s) => s < shown - 0.02);
    if (next) setScale(next);
  };

  return (
    <section className={styles.diagram} data-large={large ? true : undefined} aria-label={t`Diagram`}>
      {drawing.isError && <Notice kind="bad">{describe(drawing.error)}</Notice>}
      {!svg && !drawing.isError && <p className={styles.wait}>{waitingFor(ready, over)}</p>}
      {svg && (
        <Canvas svg={svg} natural={natural} scale={scale} analysis={analysis} board={board} onZoom={zoom} />
      )}
      {svg && (
        <div className={styles.tools}>
          <IconButton
            label={t`Zoom out`}
            onClick={() => {
              zoom(-1);
            }}
          >
            <ZoomOut size={16} strokeWidth={1.75} />
          </IconButton>
          <button
            type="button"
            className={styles.fit}
            onClick={() => {
              setScale(scale === 'fit' ? 'readable' : 'fit');
            }}
            aria-pressed={scale === 'fit'}
          >
            {t`Fit`}
          </button>
          <IconButton
            label={t`Zoom in`}
            onClick={() => {
              zoom(1);
            }}
          >
            <ZoomIn size={16} strokeWidth={1.75} />
          </IconButton>
          <IconButton
            label={large ? t`Leave full view` : t`Full view`}
            onClick={() => {
              setLarge(!large);
            }}
          >
            {large ? <Minimize2 size={16} strokeWidth={1.75} /> : <Maximize2 size={16} strokeWidth={1.75} />}
          </IconButton>
        </div>
      )}
    </section>
  );
}

function waitingFor(ready: boolean, over: boolean): string {
  if (ready) return t`Drawing the process…`;
  return over
    ? t`No steps were found, so there is nothing to draw.`
    : t`The diagram appears when the process is understood.`;
}

interface CanvasProps {
  svg: SVGSVGElement;
  natural: number;
  scale: Scale;
  analysis: Analysis | null;
  board: Workflow['board'];
  onZoom: (direction: 1 | -1) => void;
}

function Canvas({ svg, natural, scale, analysis, board, onZoom }: CanvasProps) {
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
    const progress = progressOf(analysis, board);
    for (const node of svg.querySelectorAll('[data-node-id]')) {
      const state = progress.get(sourceOf(node));
      if (state) node.setAttribute('data-work', state);
      else node.removeAttribute('data-work');
    }
  }, [svg, analysis, board]);

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
        if (event.key === '+' || event.key === '=') onZoom(1);
        else if (event.key === '-') onZoom(-1);
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

function widthOf(scale: Scale, natural: number): CSSProperties {
  if (scale === 'fit') return { width: '100%', maxWidth: natural };
  if (scale === 'readable') return { width: '100%', minWidth: natural * READABLE, maxWidth: natural };
  return { width: natural * scale };
}

/** The task, gateway or event of the analysis that a node stands for. */
function sourceOf(node: Element): string {
  return node.getAttribute('data-source-id') ?? node.getAttribute('data-node-id') ?? '';
}
