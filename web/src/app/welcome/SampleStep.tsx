import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { domains, samplesOptions, useStartAnalysis } from '@/features/workflows/queries';
import { plainStart } from '@/lib/plain-start';
import { StepHead } from './StepHead';
import styles from './Welcome.module.css';

const SHOWN = 4;

export function SampleStep({ projectId }: { projectId: string }) {
  const navigate = useNavigate();
  const samples = useQuery(samplesOptions);
  const start = useStartAnalysis();
  const [chosen, setChosen] = useState<string>();
  const sample = samples.data?.find((one) => one.key === chosen) ?? samples.data?.[0];
  return (
    <>
      <StepHead title={t`See it work`}>
        {t`Choose a description of how some work is done. Eight analysts read it.`}
      </StepHead>
      {samples.isPending && <SkeletonRows count={3} height={56} />}
      {samples.isError && <QueryError query={samples} />}
      <fieldset className={styles.samples}>
        <legend className="visually-hidden">{t`Sample`}</legend>
        {samples.data?.slice(0, SHOWN).map((one) => (
          <label key={one.key} data-chosen={one.key === sample?.key ? true : undefined}>
            <input
              type="radio"
              name="sample"
              className="visually-hidden"
              checked={one.key === sample?.key}
              onChange={() => {
                setChosen(one.key);
              }}
            />
            <strong>{one.title}</strong>
            <span>{plainStart(one.description)}</span>
          </label>
        ))}
      </fieldset>
      {start.isError && <Notice kind="bad">{describe(start.error)}</Notice>}
      <Button
        look="primary"
        wide
        disabled={!sample}
        busy={start.isPending}
        onClick={() => {
          if (!sample) return;
          const domain = domains.find((one) => one === sample.domain);
          start.mutate(
            {
              project_id: projectId,
              description: sample.description,
              title: sample.title,
              ...(domain ? { domain } : {}),
            },
            {
              onSuccess: ({ id }) =>
                navigate({
                  to: '/projects/$projectId/analyses/$workflowId',
                  params: { projectId, workflowId: id },
                }),
            },
          );
        }}
      >
        {t`Analyze`}
      </Button>
      <p className={styles.own}>
        <Link to="/projects/$projectId/analyses/new" params={{ projectId }}>
          {t`Use a description of my own`}
        </Link>
      </p>
    </>
  );
}
