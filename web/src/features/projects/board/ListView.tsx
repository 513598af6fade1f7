import { useVirtualizer } from '@tanstack/react-virtual';
import { t } from '@lingui/core/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { SkeletonRows } from '@/components/Skeleton';
import { number } from '@/lib/locale';
import { useBoard } from './board-context';
import { type Grouping, groupings, type Section, sections, type Sort, sorted } from './choice';
import { valueLabel } from './facets';
import { focusTask } from './focus-task';
import styles from './ListView.module.css';
import { ListRow } from './ListRow';

type Line = { kind: 'head'; section: Section } | { kind: 'task'; task: Task };
const ROW = 40;
const TALL_ROW = 56;

/** The tasks as rows under headings, sorted as one likes. */
export function ListView({ loading }: { loading: boolean }) {
  const { shown, choice, orderRef } = useBoard();
  const grouping = choice.group ?? 'status';
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useMemo<Line[]>(() => {
    const tasks = sorted(shown, choice.sort ?? 'manual', choice.down ?? false);
    return sections(tasks, grouping).flatMap((section) => [
      ...(grouping === 'none' ? [] : [{ kind: 'head' as const, section }]),
      ...section.tasks.map((task) => ({ kind: 'task' as const, task })),
    ]);
  }, [shown, choice.sort, choice.down, grouping]);
  useEffect(() => {
    orderRef.current = lines.flatMap((line) => (line.kind === 'task' ? [line.task.id] : []));
  }, [orderRef, lines]);
  const [tall] = useState(() => window.matchMedia('(max-width: 760px)').matches);
  const height = tall ? TALL_ROW : ROW;
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer keeps its own state by design
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-task]')?.dataset['task'];
    if (step === undefined || !id || (event.target as HTMLElement).closest('input')) return;
    const at = orderRef.current.indexOf(id);
    const next = orderRef.current[at + step];
    if (next === undefined) return;
    event.preventDefault();
    rows.scrollToIndex(lines.findIndex((line) => line.kind === 'task' && line.task.id === next));
    focusTask(next);
  };
  return (
    <div className={styles.view}>
      <ListHead />
      {loading && <SkeletonRows count={10} height={ROW} />}
      {!loading && lines.length === 0 && <p className={styles.none}>{t`No match`}</p>}
      <div ref={scroll} className={styles.scroll} onKeyDown={onKey}>
        <ul className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label={t`Tasks`}>
          {rows.getVirtualItems().map((row) => {
            const line = lines[row.index];
            if (!line) return null;
            const style = { height, transform: `translateY(${row.start}px)` };
            return line.kind === 'head' ? (
              <li key={`head ${line.section.key}`} className={styles.section} style={style}>
                <SectionHead section={line.section} grouping={grouping} />
              </li>
            ) : (
              <ListRow key={line.task.id} task={line.task} style={style} />
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function SectionHead({ section, grouping }: { section: Section; grouping: Grouping }) {
  const { all } = useBoard();
  const name =
    grouping === 'label' && section.key === 'none'
      ? t`No label`
      : valueLabel(grouping === 'none' ? 'status' : grouping, section.key, all);
  return (
    <h2>
      {name} <span>{number(section.tasks.length)}</span>
    </h2>
  );
}

function ListHead() {
  const { choice, choose } = useBoard();
  const column = (sort: Sort, label: string, name?: string) => {
    const active = choice.sort === sort;
    const Arrow = choice.down ? ArrowDown : ArrowUp;
    return (
      <button
        type="button"
        data-column-name={name ?? sort}
        aria-pressed={active}
        onClick={() => {
          const down = active && !choice.down ? true : undefined;
          const off = active && choice.down;
          choose({ ...choice, sort: off ? undefined : sort, down: off ? undefined : down }, true);
        }}
      >
        {label}
        {active && (
          <Arrow size={12} strokeWidth={2} aria-label={choice.down ? t`descending` : t`ascending`} />
        )}
      </button>
    );
  };
  const names: Record<Grouping, string> = {
    status: t`Status`,
    assignee: t`Assignee`,
    priority: t`Priority`,
    label: t`Label`,
    none: t`Nothing`,
  };
  return (
    <div className={styles.head} role="group" aria-label={t`Order`}>
      {column('number', t`No.`)}
      {column('title', t`Title`)}
      <label className={styles.group}>
        {t`Group by`}
        <select
          value={choice.group ?? 'status'}
          onChange={(event) => {
            const group = groupings.find((one) => one === event.target.value);
            choose({ ...choice, group: group === 'status' ? undefined : group }, true);
          }}
        >
          {groupings.map((group) => (
            <option key={group} value={group}>
              {names[group]}
            </option>
          ))}
        </select>
      </label>
      {column('priority', t`Priority`)}
      {column('due_on', t({ message: 'Due', context: 'date' }))}
      {column('updated_at', t`Changed`)}
    </div>
  );
}
