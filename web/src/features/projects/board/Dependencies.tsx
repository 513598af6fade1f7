import { Link } from '@tanstack/react-router';
import { t } from '@lingui/core/macro';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Task, TaskUpdate } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { StatusMark } from '@/components/StatusMark';
import { useBoard } from './board-context';
import { Picker } from './Picker';
import { statusShape } from './status-shape';
import styles from './TaskPanel.module.css';

interface Props {
  task: Task;
  onChange: (change: TaskUpdate) => void;
}

/** What comes before a task and what waits for it. */
export function Dependencies({ task, onChange }: Props) {
  const { all } = useBoard();
  const [adding, setAdding] = useState(false);
  const needs = all.filter((one) => task.depends_on.includes(one.id));
  const waiting = all.filter((one) => one.depends_on.includes(task.id));
  return (
    <>
      <section>
        <h3 className={styles.withbutton}>
          {t`Comes after`}
          <IconButton
            label={t`Add a task that comes first`}
            onClick={() => {
              setAdding(true);
            }}
          >
            <Plus size={14} strokeWidth={1.75} />
          </IconButton>
        </h3>
        <ul className={styles.links}>
          {needs.map((one) => (
            <li key={one.id}>
              <TaskLink task={one} />
              <IconButton
                label={t`No longer comes after #${one.number}`}
                onClick={() => {
                  onChange({ depends_on: task.depends_on.filter((id) => id !== one.id) });
                }}
              >
                <X size={13} strokeWidth={1.75} />
              </IconButton>
            </li>
          ))}
        </ul>
        {needs.length === 0 && <p className={styles.dim}>{t`Nothing has to be done first.`}</p>}
      </section>
      {waiting.length > 0 && (
        <section>
          <h3>{t`Comes before`}</h3>
          <ul className={styles.links}>
            {waiting.map((one) => (
              <li key={one.id}>
                <TaskLink task={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {adding && (
        <Picker
          title={t`Comes after`}
          options={all
            .filter((one) => one.id !== task.id && !task.depends_on.includes(one.id))
            .map((one) => ({
              key: one.id,
              label: `#${one.number} ${one.title}`,
              icon: <StatusMark shape={statusShape[one.status]} size={14} />,
            }))}
          onPick={(id) => {
            onChange({ depends_on: [...task.depends_on, id] });
          }}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function TaskLink({ task }: { task: Task }) {
  return (
    <Link
      to="/projects/$projectId/tasks/$taskId"
      params={{ projectId: task.project_id, taskId: task.id }}
      search
      className={styles.tasklink}
    >
      <StatusMark shape={statusShape[task.status]} size={14} />
      <span>
        #{task.number} {task.title}
      </span>
    </Link>
  );
}
