import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '@/api/types';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { Group } from '../Group';
import { type Role, roleNames } from '../roles';
import { Proof } from '../security/Proof';
import styles from '../SettingsPage.module.css';
import { InvitationsGroup } from './InvitationsGroup';
import { MemberRow } from './MemberRow';
import { membersOptions } from './queries';
import { TeamsGroup } from './TeamsGroup';

/** Who works in this organization, as what, and in which teams. */
export function TeamTab({ me }: { me: Me }) {
  const found = useQuery(membersOptions);
  if (found.isPending) return <SkeletonRows count={4} height={56} />;
  if (found.isError) return <QueryError query={found} />;
  const { items, roles } = found.data;
  const toGive = roles.filter((one) => one.yours_to_give).map((one) => one.role);
  const mine = items.find((one) => one.account_id === me.account.id)?.role;
  return (
    <Proof>
      <div className={styles.groups}>
        <Group title={t`Members`} about={t`Everybody who works in this organization.`}>
          <ul className={styles.rows}>
            {items.map((one) => (
              <MemberRow key={one.account_id} member={one} me={me} mine={mine} toGive={toGive} />
            ))}
          </ul>
        </Group>
        {toGive.length > 0 && <InvitationsGroup />}
        <TeamsGroup members={items} mayChange={toGive.length > 0} />
        <Group title={t`Roles`} about={t`What each role may do here.`}>
          <dl className={styles.facts}>
            {roles.map(({ role, permissions }) => (
              <Allowed key={role} role={role} permissions={permissions} />
            ))}
          </dl>
        </Group>
      </div>
    </Proof>
  );
}

function Allowed({ role, permissions }: { role: Role; permissions: string[] }) {
  return (
    <div className={styles.pair}>
      <dt>{i18n._(roleNames[role])}</dt>
      <dd>
        <small>{permissions.join(', ')}</small>
      </dd>
    </div>
  );
}
