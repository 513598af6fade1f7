import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Me } from '@/api/types';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { Group } from '../Group';
import { Proof } from '../security/Proof';
import styles from '../SettingsPage.module.css';
import { InvitationsGroup } from './InvitationsGroup';
import { MemberRow } from './MemberRow';
import { customRolesOptions, membersOptions } from './queries';
import { RolesGroup } from './RolesGroup';
import { TeamsGroup } from './TeamsGroup';

/** Who works in this organization, as what, and in which teams. */
export function TeamTab({ me }: { me: Me }) {
  const found = useQuery(membersOptions);
  const own = useQuery(customRolesOptions);
  if (found.isPending) return <SkeletonRows count={4} height={56} />;
  if (found.isError) return <QueryError query={found} />;
  const { items, roles } = found.data;
  const toGive = roles.filter((one) => one.yours_to_give).map((one) => one.role);
  const ownToGive = own.data?.items.filter((one) => one.yours_to_give) ?? [];
  const mayManage = me.permissions.includes('members:write');
  const mine = items.find((one) => one.account_id === me.account.id)?.role;
  return (
    <Proof>
      <div className={styles.groups}>
        <Group title={t`Members`} about={t`Everybody who works in this organization.`}>
          <ul className={styles.rows}>
            {items.map((one) => (
              <MemberRow
                key={one.account_id}
                member={one}
                me={me}
                mine={mine}
                toGive={toGive}
                ownToGive={ownToGive}
              />
            ))}
          </ul>
        </Group>
        {mayManage && <InvitationsGroup />}
        <TeamsGroup members={items} mayChange={mayManage} />
        <RolesGroup roles={roles} mayChange={mayManage} />
      </div>
    </Proof>
  );
}
