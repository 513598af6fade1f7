import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import type { Me, ModelSettings } from '@/api/types';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { toast, toastError } from '@/components/toast-store';
import { Group } from './Group';
import { ModelForm } from './ModelForm';
import { modelSettingsOptions, useRemoveModel } from './models';
import styles from './SettingsPage.module.css';

/** Which model answers for the organization, and its own one if it has a key. */
export function ModelsTab({ me }: { me: Me }) {
  const settings = useQuery(modelSettingsOptions);
  const mayWrite = me.permissions.includes('organization:write');
  if (settings.isPending) return <SkeletonRows count={3} height={96} />;
  if (settings.isError) return <QueryError query={settings} />;
  return (
    <div className={styles.groups}>
      <Group title={t`In use now`} about={t`What the analysts and agents of this organization ask.`}>
        <InUse settings={settings.data} />
        {mayWrite && settings.data.source === 'organization' && <GiveUp />}
      </Group>
      <Group
        title={t`Own model`}
        about={t`A key of your organization's own. It is encrypted, and nobody can read it again.`}
      >
        {mayWrite ? (
          <ModelForm key={settings.data.source} settings={settings.data} />
        ) : (
          <Notice>{t`Owners and administrators can change it.`}</Notice>
        )}
      </Group>
    </div>
  );
}

function InUse({ settings }: { settings: ModelSettings }) {
  const { source, provider, model } = settings;
  if (source === 'rules') return <p>{t`The built-in rules, without a model.`}</p>;
  return (
    <dl className={styles.facts}>
      <dt>{t`Model`}</dt>
      <dd>
        {provider}:{model}
      </dd>
      <dt>{t`Set up by`}</dt>
      <dd>{source === 'organization' ? t`This organization` : t`The operator of this server`}</dd>
      {settings.base_url && (
        <>
          <dt>{t`Address`}</dt>
          <dd>{settings.base_url}</dd>
        </>
      )}
      {source === 'organization' && (
        <>
          <dt>{t`Key`}</dt>
          <dd>{settings.has_key ? t`Given, encrypted` : t`None`}</dd>
        </>
      )}
    </dl>
  );
}

function GiveUp() {
  const remove = useRemoveModel();
  return (
    <div>
      <Button
        look="danger"
        busy={remove.isPending}
        onClick={() => {
          remove.mutate(undefined, {
            onSuccess: () => {
              toast(t`The own model and its key were deleted.`);
            },
            onError: toastError,
          });
        }}
      >
        {t`Delete model and key`}
      </Button>
    </div>
  );
}
