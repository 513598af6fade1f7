import { t } from '@lingui/core/macro';
import { memo, useContext, useEffect, useMemo, useRef } from 'react';
import type { Analysis } from '@/api/types';
import { offsetsOf, segments, type Span } from '@/lib/spans';
import { closestItem, drawnItems } from './evidence';
import { LightContext, useLight } from './light';
import styles from './SourceText.module.css';
import { markedRange } from './marked-range';

type MentionKind = Analysis['mentions'][number]['kind'];

const tone: Record<MentionKind, string> = {
  actor: 'who',
  activity: 'does',
  object: 'what',
  xor: 'when',
  and: 'when',
  condition: 'when',
  further: 'what',
};

const HIGHLIGHT = 'evidence';

/** The description as it was pasted, with a thin mark under every word that the analysis rests on. */
export function SourceText({ description, analysis }: { description: string; analysis: Analysis | null }) {
  const paper = useRef<HTMLDivElement>(null);
  const store = useContext(LightContext);
  const { spans, scroll } = useLight();
  const unit = useMemo(() => offsetsOf(description), [description]);
  const items = useMemo(
    () =>
      (analysis ? drawnItems(analysis) : []).map((item) => ({
        ...item,
        units: item.evidence.map((span) => ({ start: unit(span.start), end: unit(span.end) })),
      })),
    [analysis, unit],
  );

  useEffect(() => {
    if (!paper.current || !('highlights' in CSS)) return;
    const ranges = spans
      .map((span) => markedRange(paper.current, { start: unit(span.start), end: unit(span.end) }))
      .filter((range) => range !== null);
    CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    if (scroll) bringIntoView(paper.current, ranges[0]);
    return () => {
      CSS.highlights.delete(HIGHLIGHT);
    };
  }, [spans, scroll, unit]);

  const over = (target: EventTarget) => {
    const mark = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-end]') : null;
    const passage: Span | null = mark && {
      start: Number(mark.dataset['start']),
      end: Number(mark.dataset['end']),
    };
    const item =
      passage &&
      closestItem(
        items.map(({ id, units }) => ({ id, evidence: units })),
        passage,
      );
    if (!item) {
      store.clear();
      return;
    }
    store.set(items.find((one) => one.id === item.id)?.evidence ?? [], [item.id]);
  };

  return (
    <section className={styles.source} aria-label={t`Description`}>
      <div
        ref={paper}
        className={styles.text}
        tabIndex={0}
        role="group"
        aria-label={t`Text of the description`}
        onPointerOver={(event) => {
          over(event.target);
        }}
        onPointerLeave={() => {
          store.clear();
        }}
      >
        <Marked description={description} analysis={analysis} />
      </div>
      {analysis && analysis.mentions.length > 0 && (
        <ul className={styles.legend} aria-label={t`Legend`}>
          <li data-tone="who">{t`Who`}</li>
          <li data-tone="does">{t`Does`}</li>
          <li data-tone="what">{t`What`}</li>
          <li data-tone="when">{t`When and if`}</li>
        </ul>
      )}
    </section>
  );
}

const Marked = memo(function Marked({
  description,
  analysis,
}: {
  description: string;
  analysis: Analysis | null;
}) {
  const mentions = analysis?.mentions ?? [];
  const unit = offsetsOf(description);
  const spans = mentions.map((one) => ({ start: unit(one.start), end: unit(one.end) }));
  return segments(description.length, spans).map((piece) => {
    const text = description.slice(piece.start, piece.end);
    const mention = mentions[piece.covers.at(-1) ?? -1];
    return (
      <span
        key={piece.start}
        data-start={piece.start}
        data-end={mention ? piece.end : undefined}
        data-tone={mention ? tone[mention.kind] : undefined}
      >
        {text}
      </span>
    );
  });
});

function bringIntoView(paper: HTMLElement, range: Range | undefined): void {
  if (!range) return;
  const passage = range.getBoundingClientRect();
  const frame = paper.getBoundingClientRect();
  if (passage.top >= frame.top && passage.bottom <= frame.bottom) return;
  paper.scrollTo({ top: paper.scrollTop + passage.top - frame.top - frame.height / 3, behavior: 'smooth' });
}
