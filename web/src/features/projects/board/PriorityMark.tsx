import { t } from '@lingui/core/macro';
import type { Priority } from '@/api/types';

const filled: Record<Priority, number> = { low: 1, medium: 2, high: 3 };

/** Three bars, of which as many are filled as the task is urgent. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const label = { low: t`low priority`, medium: t`medium priority`, high: t`high priority` }[priority];
  return (
    <svg width="14" height="12" viewBox="0 0 14 12" role="img" aria-label={label}>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 5}
          y={7 - bar * 3}
          width="3.5"
          height={5 + bar * 3}
          rx="1"
          fill={bar < filled[priority] ? 'var(--ink-2)' : 'var(--line-strong)'}
        />
      ))}
    </svg>
  );
}
