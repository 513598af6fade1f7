import { t } from '@lingui/core/macro';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { IconButton } from '@/components/IconButton';
import { toastError } from '@/components/toast-store';
import styles from './EditTask.module.css';
import { useDelete } from './queries';

/** Asks once, then removes the analysis; its tasks on the board stay. */
export function DeleteAnalysis({ workflow }: { workflow: Workflow }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const projectId = workflow.project_id;
  const remove = useDelete(workflow.id, projectId);
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <IconButton
        label={t`Delete analysis`}
        onClick={() => {
          setAsking(true);
        }}
      >
        <Trash2 size={16} strokeWidth={1.75} />
      </IconButton>
      {asking && (
        <Dialog opened onClose={close} title={t`Delete this analysis?`} centered>
          <p>{t`Its text, all versions and its diagrams go for good. Tasks on the board stay.`}</p>
          <div className={styles.actions}>
            <Button onClick={close}>{t`Keep it`}</Button>
            <Button
              look="danger"
              busy={remove.isPending}
              onClick={() => {
                remove.mutate(undefined, {
                  onSuccess: () => navigate({ to: '/projects/$projectId/analyses', params: { projectId } }),
                  onError: toastError,
                });
              }}
            >
              {t`Delete`}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
