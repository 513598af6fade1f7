import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { AgentRun } from '@/api/types';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import styles from './AgentRunPage.module.css';
import { Answer } from './Answer';
import { Aside } from './Aside';
import { Asked } from './Asked';
import { Conflict } from './Conflict';
import { Head } from './Head';
import { journalOf } from './journal';
import { Journal } from './Journal';
import { isOver, titleOf } from './look';
import { agentRunOptions, useMayRun } from './queries';
import { Replay } from './Replay';
import { Resting } from './Resting';
import { useLive } from './use-live';

const route = getRouteApi('/app/agent-runs/$agentRunId');

/** An agent at work: what it says and does as it happens, and what it came to. */
export function AgentRunPage() {
  const { agentRunId } = route.useParams();
  const run = useQuery(agentRunOptions(agentRunId));
  useTitle(run.data ? titleOf(run.data.request) : t`Agent run`);
  return (
    <div className={styles.page}>
      {run.isPending && <SkeletonRows count={6} height={53} />}
      {run.isError && <QueryError query={run} />}
      {run.data && <Work key={run.data.id} run={run.data} />}
    </div>
  );
}

function Work({ run }: { run: AgentRun }) {
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const mayRun = useMayRun();
  const writing = useLive(run);
  const entries = journalOf(run);
  const shown = at === undefined ? undefined : Math.min(at, entries.length);
  const asked = run.calls.find((call) => call.state === 'asked');
  return (
    <article>
      <Head run={run} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {run.state === 'failed' && run.reason && <Notice kind="bad">{run.reason}</Notice>}
          {shown === undefined && mayRun && (
            <>
              {run.state === 'asking' && asked && <Asked key={asked.number} run={run} call={asked} />}
              {run.state === 'stopped' && <Resting run={run} />}
              {(run.place?.conflicts.length ?? 0) > 0 && <Conflict run={run} />}
            </>
          )}
          {entries.length > 1 && (
            <div className={styles.replay}>
              <Replay
                at={shown}
                count={entries.length}
                onMove={(to) => {
                  void navigate({ search: { at: to }, replace: true, resetScroll: false });
                }}
              />
            </div>
          )}
          <Journal
            run={run}
            entries={shown === undefined ? entries : entries.slice(0, shown)}
            current={shown}
            writing={shown === undefined ? writing : ''}
          />
          {shown === undefined && <Answer run={run} />}
          {shown === undefined && isOver(run.state) && run.answer === null && run.raw !== null && (
            <section>
              <h2>{t`What the model said last`}</h2>
              <pre className={styles.raw} tabIndex={0}>
                {run.raw}
              </pre>
            </section>
          )}
        </div>
        <Aside run={run} />
      </div>
    </article>
  );
}
