import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '@lingui/core/macro';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { Button } from '@/components/Button';
import { SkeletonRows } from '@/components/Skeleton';
import { moment } from '@/lib/locale';
import { useBoard } from './board-context';
import { todayOf } from './choice';
import { barOf, daysBetween, months, type Span, spanOf } from './timeline';
import { TimelineLinks } from './TimelineLinks';
import { TimelineRow } from './TimelineRow';
import styles from './Timeline.module.css';

export const LINE = 40;
const DAY_WIDTH = 22;

/** The tasks along the days: those with dates first, as they begin. */
export function TimelineView({ loading }: { loading: boolean }) {
  const { shown, orderRef } = useBoard();
  const [today] = useState(() => todayOf(new Date()));
  const scroll = useRef<HTMLDivElement>(null);
  const tasks = useMemo(() => inOrderOfTime(shown), [shown]);
  const span = useMemo(
    () =>
      spanOf(
        tasks.flatMap((task) => barOf(task) ?? []),
        today,
      ),
    [tasks, today],
  );
  useEffect(() => {
    orderRef.current = tasks.map((task) => task.id);
  }, [orderRef, tasks]);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state by design
  const rows = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const toToday = () => {
    const element = scroll.current;
    if (element) element.scrollLeft = Math.max(0, (daysBetween(span.first, today) - 12) * DAY_WIDTH);
  };
  const first = span.first;
  useLayoutEffect(toToday, [first, today, loading]); // eslint-disable-line react-hooks/exhaustive-deps -- the span's beginning is what matters
  const width = span.days * DAY_WIDTH;
  const drawn = rows.getVirtualItems();
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <Button size="small" onClick={toToday}>{t`Today`}</Button>
        <span className={styles.hint}>
          {t`Arrow keys move a focused bar by a day; with Shift they move its end.`}
        </span>
      </div>
      {loading && <SkeletonRows count={8} height={LINE} />}
      {!loading && tasks.length === 0 && <p className={styles.none}>{t`No match`}</p>}
      <div ref={scroll} className={styles.scroll}>
        <div className={styles.canvas} style={{ width: `calc(var(--names) + ${width}px)` }}>
          <Days span={span} today={today} />
          <TimelineLinks tasks={tasks} span={span} dayWidth={DAY_WIDTH} line={LINE} drawn={drawn} />
          <ul className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label={t`Tasks`}>
            {drawn.map((row) => {
              const task = tasks[row.index];
              if (!task) return null;
              return (
                <TimelineRow
                  key={task.id}
                  task={task}
                  span={span}
                  today={today}
                  dayWidth={DAY_WIDTH}
                  style={{ height: LINE, transform: `translateY(${row.start}px)` }}
                />
              );
            })}
          </ul>
        </div>
      </div>
    </div>
  );
}

function inOrderOfTime(tasks: readonly Task[]): Task[] {
  const key = (task: Task) => barOf(task)?.start ?? '9999';
  return [...tasks].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number));
}

function Days({ span, today }: { span: Span; today: string }) {
  const list = useMemo(() => months(span), [span]);
  const now = daysBetween(span.first, today);
  return (
    <div className={styles.days} aria-hidden>
      {list.map(({ day, at }, index) => (
        <span
          key={day}
          className={styles.month}
          style={{
            left: `calc(var(--names) + ${at * DAY_WIDTH}px)`,
            width: ((list[index + 1]?.at ?? span.days) - at) * DAY_WIDTH,
          }}
        >
          <span>{moment(Date.parse(`${day}T12:00:00`), { month: 'short', year: 'numeric' })}</span>
        </span>
      ))}
      <span className={styles.today} style={{ left: `calc(var(--names) + ${(now + 0.5) * DAY_WIDTH}px)` }} />
    </div>
  );
}
