import { useQuery } from '@tanstack/react-query';
import type { Me } from '@/api/types';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import styles from '../SettingsPage.module.css';
import { CredentialsGroups } from './CredentialsGroups';
import { FactorsGroup } from './FactorsGroup';
import { PasskeysGroup } from './PasskeysGroup';
import { Proof } from './Proof';
import { securityOptions } from './queries';
import { SessionsGroup } from './SessionsGroup';

/** How a person signs in, and where they are signed in. */
export function SecurityTab({ account }: { account: Me['account'] }) {
  const security = useQuery(securityOptions);
  if (security.isError) return <QueryError query={security} />;
  if (!security.data) return <SkeletonRows count={4} height={96} />;
  return (
    <Proof>
      <div className={styles.groups}>
        <CredentialsGroups email={account.email} changedAt={security.data.password_changed_at} />
        <FactorsGroup security={security.data} />
        <PasskeysGroup security={security.data} />
        <SessionsGroup />
      </div>
    </Proof>
  );
}
