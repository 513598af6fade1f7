import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useSignOut } from './AccountMenu';
import type { Deed } from './palette-commands';
import { switchOrganization } from '@/api/account';
import { client, data } from '@/api/client';
import { toast, toastError } from '@/components/toast-store';
import { useChangeAccount } from '@/features/settings/queries';
import { chooseScheme } from '@/lib/color-scheme';
import { chooseLanguage } from '@/lib/language';

/** Does what a command of the palette says. */
export function useDeeds(showShortcuts: () => void): (deed: Deed) => void {
  const signOut = useSignOut();
  const account = useChangeAccount();
  const cache = useQueryClient();
  return (deed) => {
    switch (deed.name) {
      case 'theme':
        chooseScheme(deed.value);
        account.mutate({ theme: deed.value }, { onError: toastError });
        break;
      case 'language':
        account.mutate({ language: deed.value }, { onError: toastError });
        chooseLanguage(deed.value).catch(toastError);
        break;
      case 'task':
        data(
          client.PATCH('/api/v1/tasks/{task_id}', {
            params: { path: { task_id: deed.id } },
            body: { status: deed.status },
          }),
        ).then(() => {
          toast(t`Task changed.`);
          return cache.invalidateQueries();
        }, toastError);
        break;
      case 'organization':
        switchOrganization(deed.id).catch(toastError);
        break;
      case 'sign-out':
        void signOut();
        break;
      case 'shortcuts':
        showShortcuts();
    }
  };
}
