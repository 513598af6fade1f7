/** The return on investment from its figures; the server computes the same when they are saved. */
import type { AnalystOutputs } from '@/api/types';

type Report = NonNullable<AnalystOutputs['automation-assessor']>;

export interface Figures {
  volume: number;
  minutes: number;
  share: number;
  hourly_cost: number;
  build_cost: number;
  run_cost: number;
}

export interface Gain {
  hours: number;
  saving: number;
  /** Null when it never pays back. */
  months: number | null;
}

const SAVED = { full: 100, hybrid: 50, manual: 0 } as const;

export function figuresOf(report: Report): Figures {
  const roi = report.roi;
  return {
    volume: roi?.volume?.value ?? 0,
    minutes: roi?.minutes?.value ?? 0,
    share: shareOf(report),
    hourly_cost: roi?.hourly_cost?.value ?? 0,
    build_cost: roi?.build_cost?.value ?? 0,
    run_cost: roi?.run_cost?.value ?? 0,
  };
}

export function gainOf(figures: Figures): Gain {
  const hours = (figures.volume * figures.minutes * figures.share) / 100 / 60;
  const saving = hours * figures.hourly_cost - figures.run_cost;
  return { hours, saving, months: saving > 0 ? (figures.build_cost / saving) * 12 : null };
}

function shareOf(report: Report): number {
  const roi = report.roi;
  const spent = ((roi?.volume?.value ?? 0) * (roi?.minutes?.value ?? 0)) / 60;
  if (spent > 0 && roi?.hours_saved_per_year != null)
    return Math.min(100, Math.round((100 * roi.hours_saved_per_year) / spent));
  if (report.tasks.length === 0) return 0;
  const sum = report.tasks.reduce((total, task) => total + SAVED[task.classification], 0);
  return Math.round(sum / report.tasks.length);
}
