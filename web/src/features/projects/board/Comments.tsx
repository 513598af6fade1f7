import { useQuery } from '@tanstack/react-query';
import { t } from '@lingui/core/macro';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Comment, Task } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { IconButton } from '@/components/IconButton';
import { QueryError } from '@/components/QueryError';
import { Time } from '@/components/Time';
import { authorName, commentsOptions, meOptions, useComments } from './comment-queries';
import { CommentBox } from './CommentBox';
import { CommentText } from './CommentText';
import styles from './Comments.module.css';

/** What people and agents say about a task. */
export function Comments({ projectId, task }: { projectId: string; task: Task }) {
  const comments = useQuery(commentsOptions(task.id));
  const { add } = useComments(task.id);
  const shown = comments.data?.filter((comment) => !comment.deleted_at);
  return (
    <section aria-label={t`Comments`}>
      <h3>{t`Comments`}</h3>
      {comments.isError && <QueryError query={comments} />}
      <ol className={styles.list}>
        {shown?.map((comment) => (
          <One key={comment.id} projectId={projectId} comment={comment} />
        ))}
      </ol>
      <CommentBox
        projectId={projectId}
        label={t`Write a comment`}
        action={t`Comment`}
        busy={add.isPending}
        onSend={(written, done) => {
          add.mutate({ ...written, key: crypto.randomUUID() }, { onSuccess: done });
        }}
      />
    </section>
  );
}

function One({ projectId, comment }: { projectId: string; comment: Comment }) {
  const me = useQuery(meOptions);
  const { edit, remove } = useComments(comment.task_id);
  const [editing, setEditing] = useState(false);
  const mine = me.data?.account.id === comment.author.id;
  const name = authorName(comment);
  return (
    <li className={styles.comment} id={`comment-${comment.id}`}>
      <Glyph name={name} round />
      <div className={styles.body}>
        <p className={styles.by}>
          <strong>{name}</strong> <Time at={comment.created_at} />
          {comment.edited_at && <span>{t`edited`}</span>}
          {mine && !editing && (
            <span className={styles.actions}>
              <IconButton
                label={t`Edit comment`}
                onClick={() => {
                  setEditing(true);
                }}
              >
                <Pencil size={13} strokeWidth={1.75} />
              </IconButton>
              <IconButton
                label={t`Delete comment`}
                onClick={() => {
                  remove.mutate(comment.id);
                }}
              >
                <Trash2 size={13} strokeWidth={1.75} />
              </IconButton>
            </span>
          )}
        </p>
        {editing ? (
          <CommentBox
            projectId={projectId}
            label={t`Edit comment`}
            action={t`Save`}
            value={comment.text}
            busy={edit.isPending}
            onCancel={() => {
              setEditing(false);
            }}
            onSend={(written) => {
              edit.mutate(
                { ...written, id: comment.id },
                {
                  onSuccess: () => {
                    setEditing(false);
                  },
                },
              );
            }}
          />
        ) : (
          <CommentText text={comment.text} names={comment.mentions.map((one) => one.name)} />
        )}
      </div>
    </li>
  );
}
