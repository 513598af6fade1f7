import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/Button';
import styles from './Board.module.css';
import { useAddTask } from './queries';

/** One field; Enter adds and stays ready for the next task. */
export function AddTask({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const add = useAddTask(projectId);
  if (!open) {
    return (
      <Button
        look="primary"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Add task
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
          { title },
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
        aria-label="Title of the new task"
        placeholder="What is to be done?"
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
        onBlur={(event) => {
          if (!event.target.value && !add.isPending) setOpen(false);
        }}
      />
      <Button look="primary" type="submit" busy={add.isPending}>
        Add
      </Button>
    </form>
  );
}
