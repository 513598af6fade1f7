import { plural, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleOptions } from '@/api/people';
import type { BuildTask, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { toast, toastError } from '@/components/toast-store';
import { type SendTasks, useSendToBoard } from './queries';
import styles from './SendDialog.module.css';

interface Chosen {
  send: boolean;
  /** The id of a member; empty for whom the analysis proposes. */
  person: string;
  low: string;
  high: string;
}

interface Props {
  workflow: Workflow;
  tasks: readonly BuildTask[];
  onClose: () => void;
}

/** Which build tasks go on the board, who gets each, and how long it is thought to take. */
export function SendDialog({ workflow, tasks, onClose }: Props) {
  const send = useSendToBoard(workflow.id, workflow.project_id);
  const people = useQuery(peopleOptions(workflow.project_id)).data ?? [];
  const [choices, setChoices] = useState<ReadonlyMap<string, Chosen>>(
    () => new Map(tasks.map((task) => [task.id, proposed(task)])),
  );
  const change = (id: string, what: Partial<Chosen>) => {
    const now = choices.get(id);
    if (now) setChoices(new Map(choices).set(id, { ...now, ...what }));
  };
  const picked = tasks.filter((task) => choices.get(task.id)?.send);
  const wrong = picked.some((task) => hoursOf(choices.get(task.id)) === undefined);
  const every = picked.length === tasks.length;
  const carryOut = () => {
    send.mutate(requestOf(picked, choices, people), {
      onSuccess: ({ created }) => {
        toast(
          plural(created, { one: 'One task is on the board now.', other: '# tasks are on the board now.' }),
        );
        onClose();
      },
      onError: toastError,
    });
  };
  return (
    <Dialog opened onClose={onClose} title={t`Send to board`} size="xl" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          carryOut();
        }}
      >
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={every}
            onChange={() => {
              setChoices(new Map([...choices].map(([id, one]) => [id, { ...one, send: !every }])));
            }}
          />
          {t`All tasks`}
        </label>
        <ul className={styles.tasks}>
          {tasks.map((task) => {
            const chosen = choices.get(task.id) ?? proposed(task);
            return (
              <Row
                key={task.id}
                task={task}
                chosen={chosen}
                people={people}
                change={(what) => {
                  change(task.id, what);
                }}
              />
            );
          })}
        </ul>
        {wrong && (
          <p className={styles.wrong} role="alert">
            {t`Give hours from 0 on, the first no more than the second.`}
          </p>
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" disabled={picked.length === 0 || wrong} busy={send.isPending}>
            {plural(picked.length, { one: 'Send one task', other: 'Send # tasks' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface RowProps {
  task: BuildTask;
  chosen: Chosen;
  people: readonly { id: string; name: string }[];
  change: (what: Partial<Chosen>) => void;
}

function Row({ task, chosen, people, change }: RowProps) {
  const hours = (key: 'low' | 'high', label: string) => (
    <input
      type="number"
      min={0}
      step="any"
      aria-label={label}
      value={chosen[key]}
      disabled={!chosen.send}
      onChange={(event) => {
        change({ [key]: event.target.value });
      }}
    />
  );
  return (
    <li className={styles.task} data-off={chosen.send ? undefined : true}>
      <label className={styles.title}>
        <input
          type="checkbox"
          checked={chosen.send}
          onChange={() => {
            change({ send: !chosen.send });
          }}
        />
        <span>{task.title}</span>
      </label>
      <select
        aria-label={t`Assignee of “${{ title: task.title }}”`}
        value={chosen.person}
        disabled={!chosen.send}
        onChange={(event) => {
          change({ person: event.target.value });
        }}
      >
        <option value="">{task.assignee.name}</option>
        {people.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <span className={styles.hours}>
        {hours('low', t`Least hours of “${{ title: task.title }}”`)}–
        {hours('high', t`Most hours of “${{ title: task.title }}”`)} {t`h`}
      </span>
    </li>
  );
}

function proposed({ estimate }: BuildTask): Chosen {
  return { send: true, person: '', low: `${estimate.low_hours}`, high: `${estimate.high_hours}` };
}

function hoursOf(chosen: Chosen | undefined): { low_hours: number; high_hours: number } | undefined {
  if (!chosen || chosen.low === '' || chosen.high === '') return undefined;
  const [low, high] = [Number(chosen.low), Number(chosen.high)];
  return low >= 0 && low <= high ? { low_hours: low, high_hours: high } : undefined;
}

function requestOf(
  picked: readonly BuildTask[],
  choices: ReadonlyMap<string, Chosen>,
  people: RowProps['people'],
): SendTasks {
  const wanted = picked.map((task) => {
    const chosen = choices.get(task.id);
    const person = people.find((one) => one.id === chosen?.person);
    return [
      task.id,
      {
        estimate: hoursOf(chosen) ?? null,
        assignee: person ? { kind: 'account' as const, id: person.id, name: person.name } : null,
      },
    ] as const;
  });
  return { ids: picked.map((task) => task.id), choices: Object.fromEntries(wanted) };
}
