import { t } from '@lingui/core/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { toast, toastError } from '@/components/toast-store';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { type SessionRead, sessionsOptions } from './queries';

export function SessionsGroup() {
  const sessions = useQuery(sessionsOptions);
  const cache = useQueryClient();
  const settled = { onSettled: () => cache.invalidateQueries({ queryKey: sessionsOptions.queryKey }) };
  const end = useMutation({
    mutationFn: (id: string) =>
      data(client.DELETE('/api/v1/me/sessions/{session_id}', { params: { path: { session_id: id } } })),
    onError: toastError,
    ...settled,
  });
  const endOthers = useMutation({
    mutationFn: () => data(client.DELETE('/api/v1/me/sessions')),
    onSuccess: () => {
      toast(t`Every other device was signed out.`);
    },
    onError: toastError,
    ...settled,
  });
  const others = sessions.data?.some((one) => !one.current) ?? false;
  return (
    <Group title={t`Sessions`} about={t`Where you are signed in. What you do not know, sign out.`}>
      {!sessions.data && <SkeletonRows count={2} height={48} />}
      <ul className={styles.rows}>
        {sessions.data?.map((one) => {
          const name = nameOf(one);
          return (
            <li key={one.id}>
              <span>
                <b>{name}</b>
                <small>
                  {one.current ? t`This device` : <Time at={one.last_used_at} />}
                  {one.address && ` · ${one.address}`}
                </small>
              </span>
              {!one.current && (
                <Button
                  size="small"
                  aria-label={t`Sign out: ${{ label: name }}`}
                  onClick={() => {
                    end.mutate(one.id);
                  }}
                >
                  {t`Sign out`}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {others && (
        <Button
          busy={endOthers.isPending}
          onClick={() => {
            endOthers.mutate();
          }}
        >
          {t`Sign out everywhere else`}
        </Button>
      )}
    </Group>
  );
}

function nameOf({ browser, system }: SessionRead): string {
  if (browser && system) return t`${{ browser }} on ${{ system }}`;
  return browser ?? system ?? t`Unknown program`;
}
