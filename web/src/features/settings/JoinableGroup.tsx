import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { switchOrganization } from '@/api/account';
import { client, data } from '@/api/client';
import { Button } from '@/components/Button';
import { toastError } from '@/components/toast-store';
import { joinableOptions } from './domains';
import { Group } from './Group';
import { roleNames } from './roles';
import styles from './SettingsPage.module.css';

/** Organizations that let in whoever has an address like mine. */
export function JoinableGroup() {
  const found = useQuery(joinableOptions);
  const join = useMutation({
    mutationFn: async (organization_id: string) => {
      await data(client.POST('/api/v1/me/joinable', { body: { organization_id } }));
      await switchOrganization(organization_id);
    },
    onError: toastError,
  });
  if (!found.data || found.data.items.length === 0) return null;
  return (
    <Group title={t`Join`} about={t`Your email address lets you in without an invitation.`}>
      <ul className={styles.rows}>
        {found.data.items.map(({ organization_id, name, role }) => (
          <li key={organization_id}>
            <span>
              <b>{name}</b>
              <small>{i18n._(roleNames[role])}</small>
            </span>
            <Button
              look="primary"
              size="small"
              busy={join.isPending}
              aria-label={t`Join ${name}`}
              onClick={() => {
                join.mutate(organization_id);
              }}
            >{t`Join`}</Button>
          </li>
        ))}
      </ul>
    </Group>
  );
}
