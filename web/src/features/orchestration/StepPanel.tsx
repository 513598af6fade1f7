import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { RotateCcw, X } from 'lucide-react';
import type { Attempt, Step } from '@/api/types';
import { Button } from '@/components/Button';
import { IconButton } from '@/components/IconButton';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { StatusMark } from '@/components/StatusMark';
import { Tabs } from '@/components/Tabs';
import { Time } from '@/components/Time';
import { toast, toastError } from '@/components/toast-store';
import { duration } from '@/lib/time';
import { hasEnded, spoken, stepLook } from './look';
import { stepOptions, useRetry } from './queries';
import styles from './StepPanel.module.css';

const route = getRouteApi('/app/runs/$runId/steps/$stepId');

export function StepPanel() {
  const { runId, stepId } = route.useParams();
  const { show } = route.useSearch();
  const navigate = useNavigate();
  const step = useQuery(stepOptions(runId, stepId));
  const open = show ?? 'about';
  return (
    <aside className={styles.panel} aria-label={t`Step`}>
      <div className={styles.head}>
        <h2>{step.data ? spoken(step.data.key) : '…'}</h2>
        <IconButton
          label={t`Close`}
          onClick={() => {
            void navigate({ to: '/runs/$runId', params: { runId }, resetScroll: false });
          }}
        >
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      {step.isPending && <SkeletonRows count={4} height={36} />}
      {step.isError && <QueryError query={step} />}
      {step.data && (
        <>
          <Standing step={step.data} />
          <Tabs
            label={t`Parts of the step`}
            current={open}
            tabs={[
              { name: 'about', label: t`Tries`, count: step.data.attempts.length },
              { name: 'input', label: t`Input` },
              { name: 'output', label: t`Output` },
            ]}
            onChange={(name) => {
              void navigate({
                to: '/runs/$runId/steps/$stepId',
                params: { runId, stepId },
                search: { show: name === 'about' ? undefined : name },
                replace: true,
                resetScroll: false,
              });
            }}
          >
            {open === 'about' && <Tries step={step.data} />}
            {open === 'input' && <Json value={step.data.input} label={t`Input`} />}
            {open === 'output' &&
              (step.data.output ? (
                <Json value={step.data.output} label={t`Output`} />
              ) : (
                <p className={styles.none}>{t`Nothing has come out yet.`}</p>
              ))}
          </Tabs>
        </>
      )}
    </aside>
  );
}

function Standing({ step }: { step: Step }) {
  const look = stepLook[step.status];
  return (
    <>
      <p className={styles.status}>
        <StatusMark shape={look.shape} />
        {i18n._(look.label)}
        <code>{step.handler}</code>
      </p>
      {step.error && <Notice kind={step.status === 'dead_letter' ? 'bad' : 'warning'}>{step.error}</Notice>}
      {step.next_try_at && (
        <p className={styles.none}>
          {t`Tried ${{ failures: step.failures }} of ${{ most: step.max_tries }} times; the next try follows by itself.`}
        </p>
      )}
      {hasEnded(step.status) && step.status !== 'cancelled' && <Retry step={step} />}
    </>
  );
}

function Retry({ step }: { step: Step }) {
  const retry = useRetry(step.run_id);
  return (
    <div className={styles.retry}>
      <Button
        look={step.status === 'dead_letter' ? 'primary' : 'plain'}
        size="small"
        busy={retry.isPending}
        icon={<RotateCcw size={14} aria-hidden />}
        onClick={() => {
          retry.mutate(step.id, {
            onSuccess: () => {
              toast(t`The run goes on from this step.`);
            },
            onError: toastError,
          });
        }}
      >
        {t`Retry from here`}
      </Button>
      {step.needed_by.length > 0 && (
        <span>{t`All that rests on it runs again too: ${{ names: step.needed_by.map(spoken).join(', ') }}`}</span>
      )}
    </div>
  );
}

function Tries({ step }: { step: Step }) {
  if (step.attempts.length === 0)
    return (
      <p className={styles.none}>
        {step.attempt === 0 ? t`It has not been tried yet.` : t`Its tries are older than what is kept.`}
      </p>
    );
  return (
    <ol className={styles.tries} reversed>
      {step.attempts.toReversed().map((attempt) => (
        <li key={attempt.attempt}>
          <Try attempt={attempt} />
        </li>
      ))}
    </ol>
  );
}

function Try({ attempt }: { attempt: Attempt }) {
  const shape = (
    { running: 'spinner', succeeded: 'check', failed: 'cross', parked: 'pause', lost: 'dash' } as const
  )[attempt.outcome];
  const label = {
    running: t`Running`,
    succeeded: t`Succeeded`,
    failed: t`Failed`,
    parked: t`Rested`,
    lost: t`Its worker fell silent`,
  }[attempt.outcome];
  return (
    <>
      <span className={styles.outcome}>
        <StatusMark shape={shape} size={14} />
        {label}
      </span>
      <span className={styles.when}>
        {attempt.ended_at && duration(Date.parse(attempt.ended_at) - Date.parse(attempt.started_at))}{' '}
        <Time at={attempt.started_at} />
      </span>
      {attempt.error && <span className={styles.error}>{attempt.error}</span>}
    </>
  );
}

function Json({ value, label }: { value: unknown; label: string }) {
  return (
    <pre className={styles.json} tabIndex={0} aria-label={label}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
