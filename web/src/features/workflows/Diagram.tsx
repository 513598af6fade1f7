import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Maximize2, Minimize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Analysis } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { Notice } from '@/components/Notice';
import { describe } from '@/api/problem';
import { Canvas, type Scale } from './Canvas';
import styles from './Diagram.module.css';
import type { Mark } from './marks';
import { diagramOptions, type Picture } from './pictures';
import { safeSvg } from './svg';

interface Props {
  workflowId: string;
  analysis: Analysis | null;
  picture: Picture;
  marks: ReadonlyMap<string, Mark>;
  /** What stands above the drawing: which one it is, and what the signs mean. */
  head?: ReactNode;
  ready: boolean;
  over: boolean;
}

const STEPS = [0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2];

export function Diagram({ workflowId, analysis, picture, marks, head, ready, over }: Props) {
  const drawing = useQuery(diagramOptions(workflowId, picture, ready));
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
  const fit = () => {
    setScale(scale === 'fit' ? 'readable' : 'fit');
  };

  return (
    <section className={styles.diagram} data-large={large ? true : undefined} aria-label={t`Diagram`}>
      {ready && head}
      {drawing.isError && <Notice kind="bad">{describe(drawing.error)}</Notice>}
      {!svg && !drawing.isError && <p className={styles.wait}>{waitingFor(ready, over)}</p>}
      {svg && (
        <Canvas
          svg={svg}
          natural={natural}
          scale={scale}
          analysis={analysis}
          marks={marks}
          onZoom={zoom}
          onFit={fit}
        />
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
          <button type="button" className={styles.fit} onClick={fit} aria-pressed={scale === 'fit'}>
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
