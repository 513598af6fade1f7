/** When each step was at work, as parts of the time that the run took. */

interface Timed {
  started_at: string | null;
  finished_at: string | null;
}

export interface Bar<Step> {
  step: Step;
  /** In percent of the whole; null for a step that has not begun. */
  from: number | null;
  width: number;
  milliseconds: number | null;
}

const THINNEST = 0.6;

export function timelineOf<Step extends Timed>(
  steps: readonly Step[],
  now: number,
): { bars: Bar<Step>[]; milliseconds: number } {
  const starts = steps.flatMap((step) => (step.started_at ? [Date.parse(step.started_at)] : []));
  const begin = Math.min(...starts, now);
  const end = Math.max(...steps.map((step) => endOf(step, now) ?? begin), begin + 1);
  const scale = 100 / (end - begin);
  const bars = steps.map((step) => {
    const until = endOf(step, now);
    if (!step.started_at || until === null) return { step, from: null, width: 0, milliseconds: null };
    const started = Date.parse(step.started_at);
    const took = Math.max(0, until - started);
    const width = Math.max(THINNEST, took * scale);
    return { step, from: Math.min((started - begin) * scale, 100 - width), width, milliseconds: took };
  });
  return { bars, milliseconds: end - begin };
}

function endOf(step: Timed, now: number): number | null {
  if (!step.started_at) return null;
  return step.finished_at ? Date.parse(step.finished_at) : now;
}
