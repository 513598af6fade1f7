import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Agent } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { toast, toastError } from '@/components/toast-store';
import { useMayWrite, useSaveAgent } from './queries';
import styles from './AgentPage.module.css';

/** Says when what is read is not in use: an earlier version, or an agent that is retired. */
export function VersionNotice({ agent }: { agent: Agent }) {
  const save = useSaveAgent();
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const { name, version, current_version: current, text } = agent;
  if (agent.retired_at !== null)
    return (
      <div className={styles.notice}>
        <Notice kind="warning">{t`Retired: nobody can hand work to this agent.`}</Notice>
      </div>
    );
  if (version === current || current === null) return null;
  const takeBack = () => {
    save.mutate(
      { name, text, version: current },
      {
        onSuccess: (made) => {
          toast(
            t`The text of version ${{ from: version ?? 0 }} is now version ${{ to: made.version ?? 0 }}.`,
          );
          void navigate({ to: '/agents/$name', params: { name }, search: {} });
        },
        onError: toastError,
      },
    );
  };
  return (
    <div className={styles.notice}>
      <Notice>
        <Trans>
          Version {version} of {current}.
        </Trans>{' '}
        <Link to="/agents/$name" params={{ name }} search={{}}>
          {t`Show the current one`}
        </Link>{' '}
        {mayWrite && (
          <Button size="small" busy={save.isPending} onClick={takeBack}>
            {t`Use this text again`}
          </Button>
        )}
      </Notice>
    </div>
  );
}
