import { t } from '@lingui/core/macro';
import type { Agent } from '@/api/types';
import { Button } from '@/components/Button';
import { toast, toastError } from '@/components/toast-store';
import { useRestoreAgent, useRetireAgent } from './queries';

/** Takes an own agent out of use, with a way back, or puts it into use again. */
export function RetireButton({ agent }: { agent: Agent }) {
  const retire = useRetireAgent();
  const restore = useRestoreAgent();
  const bring = () => {
    restore.mutate(agent.name, {
      onSuccess: () => {
        toast(t`${{ name: agent.name }} is back in use.`);
      },
      onError: toastError,
    });
  };
  if (agent.retired_at !== null)
    return (
      <Button look="primary" busy={restore.isPending} onClick={bring}>
        {t`Restore`}
      </Button>
    );
  return (
    <Button
      busy={retire.isPending}
      onClick={() => {
        retire.mutate(agent.name, {
          onSuccess: () => {
            toast(t`${{ name: agent.name }} is retired.`, { label: t`Undo`, run: bring });
          },
          onError: toastError,
        });
      }}
    >
      {t`Retire`}
    </Button>
  );
}
