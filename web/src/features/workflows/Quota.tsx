import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { usageOptions } from '@/api/usage';
import { Notice } from '@/components/Notice';
import { moment, number } from '@/lib/locale';

/** What the organization's tier leaves of analyses this month; nothing where nothing is limited. */
export function useQuota() {
  const usage = useQuery({ ...usageOptions, throwOnError: false });
  const found = usage.data?.measures.find((one) => one.measure === 'analyses');
  return found && found.limit !== null && found.level !== 'normal'
    ? { ...found, limit: found.limit }
    : undefined;
}

/** Warns from four fifths of the limit on, and says when it is reached what to do. */
export function QuotaNotice() {
  const quota = useQuota();
  if (!quota) return null;
  const used = number(quota.used + quota.reserved);
  const limit = number(quota.limit);
  const day = quota.resets_at ? moment(Date.parse(quota.resets_at), { dateStyle: 'long' }) : '';
  const reached = quota.level === 'reached';
  return (
    <Notice kind="warning">
      {reached
        ? t`All ${limit} analyses of this month are used. The next can start on ${day}, or when an operator assigns another tier.`
        : t`${used} of ${limit} analyses of this month are used. New ones come on ${day}.`}{' '}
      <Link to="/settings" search={{ tab: 'usage' }}>
        {t`See usage`}
      </Link>
    </Notice>
  );
}
