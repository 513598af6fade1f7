import { plural, t } from '@lingui/core/macro';
import type { BulkChange, Priority, Task, TaskStatus } from '@/api/types';
import { type PickedField, useBoard } from './board-context';
import { useBulkEdit } from './bulk';
import { assigneeKey } from './choice';
import { labelOptions, priorityOptions, statusOptions, useAssignees } from './options';
import { Picker } from './Picker';
import { statusLabel } from './columns';
import { useUpdateTask } from './queries';

interface Props {
  field: PickedField;
  ids: readonly string[];
  onClose: () => void;
}

/** Chooses one field for one task or for many. */
export function FieldPicker({ field, ids, onClose }: Props) {
  const { projectId, all, say } = useBoard();
  const chosen = new Set(ids);
  const tasks = all.filter((task) => chosen.has(task.id));
  const update = useUpdateTask(projectId);
  const bulk = useBulkEdit(projectId);
  const [first] = tasks;
  const change = (what: BulkChange & Partial<Task>, said: string) => {
    say(said);
    const [only] = tasks;
    if (tasks.length === 1 && only) update.mutate({ task: only, change: what, said });
    else bulk.mutate({ ids: [...ids], change: what });
  };
  const assignees = useAssignees(projectId, all, tasks.length === 1 && first ? assigneeKey(first) : null);
  const shared = first?.labels.filter((label) => tasks.every((task) => task.labels.includes(label))) ?? [];
  const count = plural(tasks.length, { one: '# task', other: '# tasks' });
  const of = (name: string) =>
    tasks.length === 1 && first ? `${name} · #${first.number}` : `${name} · ${count}`;

  const label = (name: string) => {
    const has = shared.includes(name);
    const [only] = tasks;
    if (tasks.length === 1 && only) {
      const labels = has ? only.labels.filter((one) => one !== name) : [...only.labels, name];
      update.mutate({ task: only, change: { labels } });
    } else bulk.mutate({ ids: [...ids], change: has ? { remove_labels: [name] } : { add_labels: [name] } });
  };

  switch (field) {
    case 'status': {
      const pick = (key: string) => {
        const status = key as TaskStatus;
        const name = statusLabel[status];
        change({ status }, t`Status: ${name}.`);
      };
      const now = tasks.length === 1 && first ? [first.status] : [];
      return <Picker title={of(t`Status`)} options={statusOptions(now)} onPick={pick} onClose={onClose} />;
    }
    case 'priority': {
      const pick = (key: string) => {
        change({ priority: key as Priority }, t`Priority changed.`);
      };
      const now = tasks.length === 1 && first ? [first.priority] : [];
      return (
        <Picker title={of(t`Priority`)} options={priorityOptions(now)} onPick={pick} onClose={onClose} />
      );
    }
    case 'assignee': {
      const pick = (key: string) => {
        const assignee = assignees.assignee(key);
        const name = assignee?.name ?? '';
        change({ assignee }, assignee ? t`Given to ${name}.` : t`Given to nobody.`);
      };
      return <Picker title={of(t`Assignee`)} options={assignees.options} onPick={pick} onClose={onClose} />;
    }
    case 'labels':
      return (
        <Picker
          title={of(t`Labels`)}
          options={labelOptions(all, shared)}
          many
          onPick={label}
          onNew={label}
          onClose={onClose}
        />
      );
  }
}
