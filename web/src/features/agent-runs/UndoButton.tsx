import { t } from '@lingui/core/macro';
import { Undo2 } from 'lucide-react';
import type { AgentCall, AgentRun, FileChange } from '@/api/types';
import { Button } from '@/components/Button';
import { toast, toastError } from '@/components/toast-store';
import { useMayRun, useUndo } from './queries';

const still = new Set<AgentRun['state']>(['asking', 'stopped', 'done', 'failed']);

interface Props {
  run: AgentRun;
  call: AgentCall;
  change: FileChange;
}

/** Takes back what a call did to a file; while the agent works, nobody takes its files from it. */
export function UndoButton({ run, call, change }: Props) {
  const undo = useUndo(run.id);
  const mayRun = useMayRun();
  if (change.undone_at !== null) return <span>{t`taken back`}</span>;
  const waits = (run.place?.conflicts.length ?? 0) > 0;
  if (!mayRun || waits || run.project_id === null || !still.has(run.state)) return null;
  return (
    <Button
      size="small"
      look="quiet"
      busy={undo.isPending}
      icon={<Undo2 size={14} aria-hidden />}
      onClick={() => {
        undo.mutate(
          { number: call.number, path: change.path },
          {
            onSuccess: () => {
              toast(t`${{ path: change.path }} is as it was before.`);
            },
            onError: toastError,
          },
        );
      }}
    >
      {t`Undo`}
    </Button>
  );
}
