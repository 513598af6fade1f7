import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Archive } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { toastError } from '@/components/toast-store';
import { bytes } from '@/lib/locale';
import { exactly } from '@/lib/time';
import { archiveOptions, rememberedArchive, useRequestArchive } from './data';
import { DeleteAccount } from './DeleteAccount';
import { Group } from './Group';
import styles from './SettingsPage.module.css';

/** Taking one's data along, and leaving. */
export function DataTab({ email }: { email: string }) {
  return (
    <div className={styles.groups}>
      <ExportGroup />
      <DeleteAccount email={email} />
    </div>
  );
}

function ExportGroup() {
  const [id, setId] = useState(rememberedArchive);
  const request = useRequestArchive(setId);
  return (
    <Group
      title={t`Take your data along`}
      about={t`A ZIP of JSON files with everything that is held about you: account, activity, comments, tasks, analyses.`}
    >
      {id && <ArchiveState key={id} id={id} />}
      <div>
        <Button
          busy={request.isPending}
          onClick={() => {
            request.mutate(undefined, { onError: toastError });
          }}
        >
          {t`Make an archive`}
        </Button>
      </div>
    </Group>
  );
}

function ArchiveState({ id }: { id: string }) {
  const { data: archive } = useQuery(archiveOptions(id));
  if (!archive || archive.status === 'expired') return null;
  if (archive.status === 'under_way')
    return <Notice>{t`The archive is being made. You may leave this page.`}</Notice>;
  if (archive.status === 'failed')
    return <Notice kind="bad">{t`The archive could not be made. Try again.`}</Notice>;
  return <Ready archive={archive} />;
}

function Ready({ archive }: { archive: Archive }) {
  const size = bytes(archive.size ?? 0);
  const until = archive.expires_at ? exactly(archive.expires_at) : '';
  return (
    <>
      <Notice kind="good">{t`The archive is ready. It is kept until ${until}.`}</Notice>
      <a className={buttonClass('primary')} href={`/api/v1/me/export/${archive.id}/download`} download>
        <Download size={16} strokeWidth={1.75} aria-hidden />
        {t`Download (${size})`}
      </a>
    </>
  );
}
