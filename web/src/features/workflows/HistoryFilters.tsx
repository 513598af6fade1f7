import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { getRouteApi } from '@tanstack/react-router';
import type { WorkflowStatus } from '@/api/types';
import { Button } from '@/components/Button';
import { domainWords } from './domains';
import styles from './HistoryFilters.module.css';
import { domains, type Filters } from './queries';
import { workflowLook } from './status';

const route = getRouteApi('/app/projects/$projectId/analyses');

/** Finds analyses by words, state, domain and day; all of it stands in the address. */
export function HistoryFilters({ filters }: { filters: Filters }) {
  const navigate = route.useNavigate();
  const choose = (change: Filters) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  const { q = '', status = '', domain = '', from = '', to = '' } = filters;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <div className={styles.filters} role="search" aria-label={t`Find analyses`}>
      <input
        type="search"
        className={styles.words}
        aria-label={t`Find by title`}
        placeholder={t`Find by title`}
        value={q}
        maxLength={200}
        onChange={(event) => {
          choose({ q: event.target.value || undefined });
        }}
      />
      <select
        aria-label={t`Status`}
        value={status}
        onChange={(event) => {
          choose({ status: (event.target.value || undefined) as WorkflowStatus | undefined });
        }}
      >
        <option value="">{t`Any status`}</option>
        {(Object.keys(workflowLook) as WorkflowStatus[]).map((one) => (
          <option key={one} value={one}>
            {i18n._(workflowLook[one].label)}
          </option>
        ))}
      </select>
      <select
        aria-label={t({ message: 'Domain', context: 'of work' })}
        value={domain}
        onChange={(event) => {
          choose({ domain: event.target.value || undefined });
        }}
      >
        <option value="">{t`Any domain`}</option>
        {domains.map((one) => (
          <option key={one} value={one}>
            {domainWords(one)}
          </option>
        ))}
      </select>
      <label>
        {t`From day`}
        <input
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => {
            choose({ from: event.target.value || undefined });
          }}
        />
      </label>
      <label>
        {t`To day`}
        <input
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => {
            choose({ to: event.target.value || undefined });
          }}
        />
      </label>
      {filtered && (
        <Button look="quiet" onClick={() => void navigate({ search: {}, replace: true })}>
          {t`Clear filters`}
        </Button>
      )}
    </div>
  );
}
