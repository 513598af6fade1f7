import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Analysis, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import styles from './EditTask.module.css';
import { changedMeanwhile, type Operation, useEdit } from './edits';
import { typeWords } from './task-types';

type Task = Analysis['tasks'][number];
type Type = Task['type'];

interface Props {
  workflow: Workflow;
  analysis: Analysis;
  task: Task;
  onClose: () => void;
}

const NEW = 'new';

/** One task by hand: its name, who does it, what kind it is, where it stands; or melt it into another, or take it out. */
export function EditTask({ workflow, analysis, task, onClose }: Props) {
  const [label, setLabel] = useState(task.label);
  const [actor, setActor] = useState(task.actor ?? '');
  const [fresh, setFresh] = useState('');
  const [type, setType] = useState<Type>(task.type);
  const [after, setAfter] = useState('');
  const [into, setInto] = useState('');
  // What is entered here was meant for the analysis as it was when the dialog opened.
  const [base, setBase] = useState(workflow.revision);
  const edit = useEdit(workflow.id, base);
  const stale = base !== workflow.revision && !edit.isPending;
  const others = analysis.tasks.filter((one) => one.id !== task.id);
  const carryOut = (operations: Operation[]) => {
    if (operations.length === 0) onClose();
    else edit.mutate(operations, { onSuccess: onClose });
  };
  const changes = (): Operation[] => {
    const name = label.trim();
    const operations: Operation[] = [];
    if (name && name !== task.label) operations.push({ kind: 'rename_task', task: task.id, label: name });
    if (actor === NEW && fresh.trim())
      operations.push({ kind: 'assign_task', task: task.id, new_actor: fresh.trim() });
    else if (actor !== NEW && actor !== (task.actor ?? ''))
      operations.push({ kind: 'assign_task', task: task.id, actor: actor || null });
    if (type !== task.type) operations.push({ kind: 'set_task_type', task: task.id, type });
    if (after) operations.push({ kind: 'move_task', task: task.id, after });
    const target = others.find((one) => one.id === into);
    if (target) operations.push({ kind: 'merge_tasks', tasks: [target.id, task.id], label: target.label });
    return operations;
  };
  return (
    <Dialog opened onClose={onClose} title={t`Edit task`} centered>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (stale) setBase(workflow.revision);
          else carryOut(changes());
        }}
      >
        {stale && <Notice kind="warning">{changedMeanwhile()}</Notice>}
        <TextField
          label={t`Name`}
          value={label}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => {
            setLabel(event.target.value);
          }}
        />
        <SelectField
          label={t`Done by`}
          value={actor}
          onChange={(event) => {
            setActor(event.target.value);
          }}
        >
          <option value="">{t`Nobody named`}</option>
          {analysis.actors.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
          <option value={NEW}>{t`Somebody else…`}</option>
        </SelectField>
        {actor === NEW && (
          <TextField
            label={t`Name of the new actor`}
            value={fresh}
            maxLength={200}
            required
            onChange={(event) => {
              setFresh(event.target.value);
            }}
          />
        )}
        <SelectField
          label={t`Kind`}
          value={type}
          onChange={(event) => {
            setType(event.target.value as Type);
          }}
        >
          {(Object.keys(typeWords) as Type[]).map((one) => (
            <option key={one} value={one}>
              {typeWords[one]()}
            </option>
          ))}
        </SelectField>
        <Place
          label={t`Move behind`}
          none={t`Stays where it is`}
          value={after}
          onChange={setAfter}
          places={[...analysis.events.filter((one) => one.kind === 'start'), ...others]}
        />
        <Place
          label={t`Merge into`}
          none={t`Stays a task of its own`}
          value={into}
          onChange={setInto}
          places={others}
        />
        <div className={styles.actions}>
          <Button
            look="danger"
            disabled={others.length === 0 || edit.isPending || stale}
            onClick={() => {
              carryOut([{ kind: 'remove_task', task: task.id }]);
            }}
          >
            {t`Take out`}
          </Button>
          <Button look="primary" type="submit" busy={edit.isPending}>
            {stale ? t`Go on with my entries` : t`Save`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface PlaceProps {
  label: string;
  none: string;
  value: string;
  onChange: (id: string) => void;
  places: readonly { id: string; label: string }[];
}

function Place({ label, none, value, onChange, places }: PlaceProps) {
  return (
    <SelectField
      label={label}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    >
      <option value="">{none}</option>
      {places.map((one) => (
        <option key={one.id} value={one.id}>
          {one.label}
        </option>
      ))}
    </SelectField>
  );
}
