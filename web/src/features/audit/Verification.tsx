import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { StatusMark } from '@/components/StatusMark';
import styles from './AuditPage.module.css';
import { filtersOptions, verificationOptions } from './queries';

/** How long entries are kept, and whether their chain holds, on demand. */
export function Verification() {
  const days = useQuery(filtersOptions).data?.retention_days;
  const chain = useQuery(verificationOptions);
  return (
    <div className={styles.verification}>
      <span>{days ? t`Entries are kept for ${days} days.` : t`Entries are kept for good.`}</span>
      <Button
        look="quiet"
        size="small"
        busy={chain.isFetching}
        onClick={() => {
          void chain.refetch();
        }}
      >
        {t`Verify the chain`}
      </Button>
      <span role="status" className={styles.verdict}>
        {chain.data && (
          <>
            <StatusMark shape={chain.data.intact ? 'check' : 'cross'} />
            {verdict(chain.data)}
          </>
        )}
      </span>
    </div>
  );
}

function verdict({
  intact,
  entries,
  broken_at,
}: {
  intact: boolean;
  entries: number;
  broken_at: number | null;
}) {
  const place = broken_at ?? 0;
  return intact
    ? t`The chain holds: ${entries} entries.`
    : t`The chain is broken at entry ${place}. Ask whoever runs this installation.`;
}
