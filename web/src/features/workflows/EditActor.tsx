import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Analysis, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { SelectField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import styles from './EditTask.module.css';
import { changedMeanwhile, type Operation, useEdit } from './edits';
import { words } from './tabs/codes';

type Actor = Analysis['actors'][number];

interface Props {
  workflow: Workflow;
  actors: readonly Actor[];
  actor: Actor;
  onClose: () => void;
}

const kinds = ['role', 'department', 'system', 'external'] as const;

/** One actor by hand: the name, the kind, or that it is the same as another. */
export function EditActor({ workflow, actors, actor, onClose }: Props) {
  const [name, setName] = useState(actor.name);
  const [kind, setKind] = useState<Actor['kind']>(actor.kind);
  const [into, setInto] = useState('');
  const [base, setBase] = useState(workflow.revision);
  const edit = useEdit(workflow.id, base);
  const stale = base !== workflow.revision && !edit.isPending;
  const changes = (): Operation[] => {
    const operations: Operation[] = [];
    const called = name.trim();
    if (called && called !== actor.name)
      operations.push({ kind: 'rename_actor', actor: actor.id, name: called });
    if (kind !== actor.kind) operations.push({ kind: 'set_actor_kind', actor: actor.id, to: kind });
    if (into) operations.push({ kind: 'merge_actors', actor: actor.id, into });
    return operations;
  };
  return (
    <Dialog opened onClose={onClose} title={t`Edit actor`} centered>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const operations = changes();
          if (stale) setBase(workflow.revision);
          else if (operations.length === 0) onClose();
          else edit.mutate(operations, { onSuccess: onClose });
        }}
      >
        {stale && <Notice kind="warning">{changedMeanwhile()}</Notice>}
        <TextField
          label={t`Name`}
          value={name}
          maxLength={200}
          required
          data-autofocus
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <SelectField
          label={t`Kind`}
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as Actor['kind']);
          }}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words(one)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t`Is the same as`}
          value={into}
          onChange={(event) => {
            setInto(event.target.value);
          }}
        >
          <option value="">{t`Nobody else`}</option>
          {actors
            .filter((one) => one.id !== actor.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </SelectField>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" busy={edit.isPending}>
            {stale ? t`Go on with my entries` : t`Save`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
