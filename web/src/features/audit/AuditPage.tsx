import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, buttonClass } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import styles from './AuditPage.module.css';
import { EntryRow } from './EntryRow';
import { Filters } from './Filters';
import { entriesOptions } from './queries';
import { type AuditSearch, exportPath } from './search';
import { Verification } from './Verification';

const route = getRouteApi('/app/audit');

/** Who did what that matters for security, for those who answer for the organization. */
export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const entries = useInfiniteQuery(entriesOptions(search));
  useTitle(t`Audit`);
  const items = entries.data?.pages.flatMap((page) => page.items);
  const isFiltered = Object.values(search).some(Boolean);
  const choose = (change: AuditSearch) => {
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  };
  return (
    <Page
      title={t`Audit`}
      lead={t`What happened here that matters for security, refusals too. Nobody can change it.`}
      actions={<Exports search={search} />}
    >
      <Filters search={search} choose={choose} />
      <Verification />
      {entries.isPending && <SkeletonRows count={8} height={53} />}
      {entries.isError && <QueryError query={entries} />}
      {items?.length === 0 && (
        <EmptyState title={isFiltered ? t`Nothing fits` : t`Nothing yet`}>
          {isFiltered ? t`Take a filter away to see more.` : t`Entries appear within seconds of an act.`}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <ul className={styles.rows}>
          {items.map((entry) => (
            <EntryRow key={entry.sequence} entry={entry} />
          ))}
        </ul>
      )}
      {entries.hasNextPage && (
        <Button
          busy={entries.isFetchingNextPage}
          onClick={() => {
            void entries.fetchNextPage();
          }}
        >
          {t`Show older entries`}
        </Button>
      )}
    </Page>
  );
}

/** Links, so that a browser writes the file as it comes, however long it is. */
function Exports({ search }: { search: AuditSearch }) {
  return (
    <>
      <a className={buttonClass('plain')} href={exportPath(search, 'csv')} download>
        {t`Export CSV`}
      </a>
      <a className={buttonClass('plain')} href={exportPath(search, 'jsonl')} download>
        {t`Export JSONL`}
      </a>
    </>
  );
}
