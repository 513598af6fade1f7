import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AnalystOutputs, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { useEdit } from '../edits';
import { Item } from './parts';
import styles from './Question.module.css';

type Asked = NonNullable<AnalystOutputs['workflow-analyzer']>['questions'][number];

/** A clarifying question, its answer, and the place to give one. */
export function Question({ question, workflow }: { question: Asked; workflow: Workflow }) {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState(question.answer ?? '');
  const edit = useEdit(workflow.id, workflow.revision);
  const save = () => {
    edit.mutate([{ kind: 'answer_question', question: question.id, answer: answer.trim() || null }], {
      onSuccess: () => {
        setOpen(false);
      },
    });
  };
  return (
    <Item evidence={question.evidence}>
      <div className={styles.asked}>
        <span>{question.text}</span>
        {!open && (
          <Button
            size="small"
            look="quiet"
            aria-label={
              question.answer
                ? t`Change the answer to “${{ question: question.text }}”`
                : t`Reply to “${{ question: question.text }}”`
            }
            onClick={(event) => {
              event.stopPropagation();
              setOpen(true);
            }}
          >
            {question.answer ? t`Change` : t`Reply`}
          </Button>
        )}
      </div>
      {question.answer && !open && <p className={styles.answer}>{question.answer}</p>}
      {open && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextField
            label={t`Answer`}
            value={answer}
            maxLength={2000}
            autoFocus
            onChange={(event) => {
              setAnswer(event.target.value);
            }}
          />
          <Button type="submit" look="primary" busy={edit.isPending}>
            {t`Save`}
          </Button>
        </form>
      )}
    </Item>
  );
}
