import { t } from '@lingui/core/macro';
import { Plus } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import styles from './Board.module.css';
import { useAddTask } from './queries';

interface Props {
  projectId: string;
  /** What opens the field from elsewhere. */
  openerRef: RefObject<() => void>;
}

/** One field; Enter adds and stays ready for the next task. */
export function AddTask({ projectId, openerRef }: Props) {
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = useAddTask(projectId);
  useEffect(() => {
    openerRef.current = () => {
      setOpen(true);
    };
  }, [openerRef]);
  if (!open) {
    return (
      <Button
        look="primary"
        size="small"
        className={styles.opener}
        icon={<Plus size={16} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t`Add task`}
      </Button>
    );
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        const title = input.current?.value.trim();
        if (!title) return;
        add.mutate(
          { title, priority: 'medium', acceptance: [], labels: [], description: '' },
          {
            onSuccess: () => {
              if (input.current) input.current.value = '';
            },
          },
        );
      }}
    >
      <input
        ref={input}
        autoFocus
        aria-label={t`Title of the new task`}
        placeholder={t`What is to be done?`}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
        onBlur={(event) => {
          if (!event.target.value && !add.isPending) setOpen(false);
        }}
      />
      <Button look="primary" size="small" type="submit" busy={add.isPending}>
        {t({ message: 'Add', context: 'a task' })}
      </Button>
    </form>
  );
}
