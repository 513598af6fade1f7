import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { SkeletonRows } from '@/components/Skeleton';
import { submitted } from '@/lib/form';
import { Group } from '../Group';
import styles from '../SettingsPage.module.css';
import { type Member, type Team, teamsOptions, useDeed } from './queries';

/** Named groups of members. */
export function TeamsGroup({ members, mayChange }: { members: Member[]; mayChange: boolean }) {
  const found = useQuery(teamsOptions);
  const form = useRef<HTMLFormElement>(null);
  const create = useDeed(
    (name: string) => data(client.POST('/api/v1/teams', { body: { name } })),
    () => form.current?.reset(),
  );
  return (
    <Group title={t`Teams`} about={t`Groups of members with a name. They give no rights.`}>
      {!found.data && <SkeletonRows count={1} height={56} />}
      {found.data?.items.length === 0 && <p className={styles.note}>{t`No teams yet.`}</p>}
      {found.data && found.data.items.length > 0 && (
        <ul className={styles.rows}>
          {found.data.items.map((one) => (
            <Row key={one.id} team={one} members={members} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && (
        <form
          ref={form}
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            const name = (submitted(event)['team'] ?? '').trim();
            if (name) create.mutate(name);
          }}
        >
          <TextField label={t`Name of the team`} name="team" autoComplete="off" maxLength={100} />
          <div>
            <Button type="submit" busy={create.isPending}>{t`Make the team`}</Button>
          </div>
        </form>
      )}
    </Group>
  );
}

function Row({ team, members, mayChange }: { team: Team; members: Member[]; mayChange: boolean }) {
  const { id, name } = team;
  const remove = useDeed(() =>
    data(client.DELETE('/api/v1/teams/{team_id}', { params: { path: { team_id: id } } })),
  );
  const place = useDeed(({ account_id, there }: { account_id: string; there: boolean }) => {
    const path = { params: { path: { team_id: id, account_id } } };
    return there
      ? data(client.PUT('/api/v1/teams/{team_id}/members/{account_id}', path))
      : data(client.DELETE('/api/v1/teams/{team_id}/members/{account_id}', path));
  });
  const there = members.filter((one) => team.member_ids.includes(one.account_id));
  const shown = there.map((one) => one.name).join(', ');
  return (
    <li>
      <span>
        <b>{name}</b>
        {mayChange ? (
          <details>
            <summary>
              <small>{shown || t`Nobody yet`}</small>
            </summary>
            {members.map((one) => (
              <label key={one.account_id} className={styles.check}>
                <input
                  type="checkbox"
                  checked={there.includes(one)}
                  disabled={place.isPending}
                  onChange={(event) => {
                    place.mutate({ account_id: one.account_id, there: event.target.checked });
                  }}
                />
                {one.name}
              </label>
            ))}
          </details>
        ) : (
          <small>{shown || t`Nobody yet`}</small>
        )}
      </span>
      {mayChange && (
        <Button
          size="small"
          busy={remove.isPending}
          aria-label={t`Delete team: ${name}`}
          onClick={() => {
            remove.mutate(undefined);
          }}
        >{t`Delete`}</Button>
      )}
    </li>
  );
}
