import { useMemo } from 'react';
import type { Task } from '@/api/types';
import { barOf, daysBetween, type Span } from './timeline';
import styles from './Timeline.module.css';

interface Props {
  tasks: readonly Task[];
  span: Span;
  dayWidth: number;
  line: number;
  drawn: readonly { index: number }[];
}

/** Lines from the end of what comes first to the beginning of what waits; red where the dates contradict it. */
export function TimelineLinks({ tasks, span, dayWidth, line, drawn }: Props) {
  const places = useMemo(() => new Map(tasks.map((task, index) => [task.id, index])), [tasks]);
  const links = drawn.flatMap(({ index }) => {
    const task = tasks[index];
    const bar = task && barOf(task);
    if (!bar) return [];
    return task.depends_on.flatMap((id) => {
      const from = places.get(id);
      const other = from === undefined ? undefined : tasks[from];
      const before = other && barOf(other);
      if (from === undefined || !before) return [];
      const x1 = (daysBetween(span.first, before.end) + 1) * dayWidth;
      const x2 = daysBetween(span.first, bar.start) * dayWidth;
      const [y1, y2] = [(from + 0.5) * line, (index + 0.5) * line];
      const bend = Math.max(10, Math.abs(x2 - x1) / 2);
      return [
        {
          key: `${id} ${task.id}`,
          path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
          late: before.end >= bar.start,
        },
      ];
    });
  });
  return (
    <svg className={styles.links} aria-hidden>
      {links.map((link) => (
        <path key={link.key} d={link.path} data-late={link.late ? true : undefined} />
      ))}
    </svg>
  );
}
