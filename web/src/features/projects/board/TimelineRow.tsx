import { Link } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Task } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { useBoard } from './board-context';
import { plusDays } from './choice';
import { dayText, lateness } from './days';
import { useUpdateTask } from './queries';
import { statusShape } from './status-shape';
import { type Bar, barOf, daysBetween, dragged, type Grip, type Span } from './timeline';
import styles from './Timeline.module.css';

interface Props {
  task: Task;
  span: Span;
  today: string;
  dayWidth: number;
  style: CSSProperties;
}

const USUAL_LENGTH = 4;

/** A task's name and its bar, which moves and stretches by pointer and by keys. */
export function TimelineRow({ task, span, today, dayWidth, style }: Props) {
  const { projectId, say } = useBoard();
  const update = useUpdateTask(projectId);
  const [preview, setPreview] = useState<Bar | null>(null);
  const stored = barOf(task);
  const bar = preview ?? stored;
  const save = (next: Bar) => {
    if (stored && next.start === stored.start && next.end === stored.end) return;
    const [from, to] = [dayText(next.start), dayText(next.end)];
    const said = t`#${task.number}: ${from} to ${to}.`;
    say(said);
    update.mutate({ task, change: { starts_on: next.start, due_on: next.end }, said });
  };
  return (
    <li className={styles.row} style={style} data-task={task.id}>
      <span className={styles.name}>
        <StatusMark shape={statusShape[task.status]} size={14} />
        <Link to="/projects/$projectId/tasks/$taskId" params={{ projectId, taskId: task.id }} search>
          {task.title}
        </Link>
      </span>
      {bar ? (
        <BarButton
          task={task}
          bar={bar}
          left={daysBetween(span.first, bar.start) * dayWidth}
          width={(daysBetween(bar.start, bar.end) + 1) * dayWidth}
          dayWidth={dayWidth}
          onPreview={setPreview}
          onSave={save}
        />
      ) : (
        <button
          type="button"
          className={styles.plan}
          aria-label={t`Set dates of #${task.number}`}
          style={{ left: `calc(var(--names) + ${daysBetween(span.first, today) * dayWidth}px)` }}
          onClick={() => {
            save({ start: today, end: plusDays(today, USUAL_LENGTH) });
          }}
        >
          {t`Set dates`}
        </button>
      )}
    </li>
  );
}

interface BarProps {
  task: Task;
  bar: Bar;
  left: number;
  width: number;
  dayWidth: number;
  onPreview: (bar: Bar | null) => void;
  onSave: (bar: Bar) => void;
}

function BarButton({ task, bar, left, width, dayWidth, onPreview, onSave }: BarProps) {
  const start = useRef<{ x: number; bar: Bar; grip: Grip; moved: boolean } | null>(null);
  const { open } = useBoard();
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const grip = ((event.target as HTMLElement).dataset['grip'] ?? 'whole') as Grip;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, bar, grip, moved: false };
  };
  const at = (event: PointerEvent) => {
    const begun = start.current;
    if (!begun) return null;
    const days = Math.round((event.clientX - begun.x) / dayWidth);
    return dragged(begun.bar, begun.grip, days);
  };
  const move = (event: PointerEvent) => {
    const next = at(event);
    if (!next || !start.current) return;
    if (Math.abs(event.clientX - start.current.x) > 3) start.current.moved = true;
    onPreview(next);
  };
  const end = (event: PointerEvent) => {
    const next = at(event);
    const moved = start.current?.moved;
    start.current = null;
    onPreview(null);
    if (next && moved) onSave(next);
    else if (next) open(task);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') open(task);
    const days = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (days === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onSave(dragged(bar, event.shiftKey ? 'end' : event.altKey ? 'start' : 'whole', days));
  };
  const [from, to] = [dayText(bar.start), dayText(bar.end)];
  return (
    <button
      type="button"
      className={styles.bar}
      data-status={task.status}
      data-late={lateness(task) ? true : undefined}
      aria-label={t`#${task.number} ${task.title}: ${from} to ${to}`}
      title={t`${from} to ${to}`}
      style={{ left: `calc(var(--names) + ${left}px)`, width }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        start.current = null;
        onPreview(null);
      }}
      onKeyDown={key}
    >
      <span className={styles.grip} data-grip="start" />
      <span className={styles.text}>#{task.number}</span>
      <span className={styles.grip} data-grip="end" />
    </button>
  );
}
