import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { meOptions } from '@/api/account';
import { Page } from '@/components/Page';
import { SkeletonRows } from '@/components/Skeleton';
import { Tabs } from '@/components/Tabs';
import { useTitle } from '@/lib/use-title';
import { DataTab } from './DataTab';
import { ModelsTab } from './ModelsTab';
import { ApiKeysTab } from './access/ApiKeysTab';
import { ConnectionsTab } from './access/ConnectionsTab';
import { NotificationsTab } from './NotificationsTab';
import { OrganizationTab } from './OrganizationTab';
import { ProfileTab } from './ProfileTab';
import { SecurityTab } from './security/SecurityTab';
import { TeamTab } from './team/TeamTab';
import { UsageTab } from './UsageTab';

const route = getRouteApi('/app/settings');

export function SettingsPage() {
  const { tab = 'profile' } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useQuery(meOptions);
  useTitle(t`Settings`);
  return (
    <Page title={t`Settings`} large>
      <Tabs
        label={t`Settings`}
        tabs={[
          { name: 'profile', label: t`Profile` },
          { name: 'security', label: t`Security` },
          { name: 'connections', label: t`Connections` },
          { name: 'keys', label: t`API keys` },
          { name: 'notifications', label: t`Notifications` },
          { name: 'organization', label: t`Organization` },
          { name: 'team', label: t`Members` },
          { name: 'usage', label: t`Usage` },
          { name: 'models', label: t`Models` },
          { name: 'data', label: t`Your data` },
        ]}
        current={tab}
        onChange={(name) =>
          void navigate({ search: { tab: name === 'profile' ? undefined : name }, replace: true })
        }
      >
        {!me.data && <SkeletonRows count={4} height={96} />}
        {me.data && tab === 'profile' && <ProfileTab account={me.data.account} />}
        {me.data && tab === 'security' && <SecurityTab account={me.data.account} />}
        {tab === 'connections' && <ConnectionsTab />}
        {tab === 'keys' && <ApiKeysTab />}
        {tab === 'notifications' && <NotificationsTab />}
        {me.data && tab === 'organization' && <OrganizationTab me={me.data} />}
        {me.data && tab === 'team' && <TeamTab me={me.data} />}
        {tab === 'usage' && <UsageTab />}
        {me.data && tab === 'models' && <ModelsTab me={me.data} />}
        {me.data && tab === 'data' && <DataTab email={me.data.account.email} />}
      </Tabs>
    </Page>
  );
}
