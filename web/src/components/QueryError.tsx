import { t } from '@lingui/core/macro';
import { describe } from '@/api/problem';
import { Button } from './Button';
import { Notice } from './Notice';

interface Failed {
  error: unknown;
  refetch: () => unknown;
}

/** What went wrong where data should be, and a way to try again. */
export function QueryError({ query }: { query: Failed }) {
  return (
    <Notice kind="bad">
      {describe(query.error)}{' '}
      <Button
        size="small"
        onClick={() => {
          query.refetch();
        }}
      >
        {t`Try again`}
      </Button>
    </Notice>
  );
}
