import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { SelectField, TextArea } from '@/components/Field';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useTitle } from '@/lib/use-title';
import { Failed } from './Asked';
import styles from './BeginPage.module.css';
import { LimitFields, limitsOf, type Typed } from './LimitFields';
import { type Mode, modeNames, modes, modeWords } from './look';
import { placesOptions, useBegin } from './queries';

const route = getRouteApi('/app/agents/$name/run');

/** Gives an agent work: what is to be done, where, and how far it may go by itself. */
export function BeginPage() {
  const { name } = route.useParams();
  const navigate = useNavigate();
  const projects = useQuery(placesOptions);
  const begin = useBegin(name);
  const [request, setRequest] = useState('');
  const [projectId, setProjectId] = useState<string>();
  const [mode, setMode] = useState<Mode>('ask');
  const [typed, setTyped] = useState<Typed>({});
  useTitle(t`Give ${name} work`);
  const project = projectId ?? projects.data?.[0]?.id;
  return (
    <Page title={t`Give ${name} work`} lead={t`It works in a copy of the project; you see every step.`}>
      {projects.isPending && <SkeletonRows count={4} height={53} />}
      {projects.isError && <QueryError query={projects} />}
      {projects.data?.length === 0 && (
        <EmptyState title={t`There is no project to work in`}>
          <Link to="/">{t`Make a project first.`}</Link>
        </EmptyState>
      )}
      {project !== undefined && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate(
              { project_id: project, request, mode, budget: limitsOf(typed) },
              {
                onSuccess: ({ id }) =>
                  navigate({ to: '/agent-runs/$agentRunId', params: { agentRunId: id } }),
              },
            );
          }}
        >
          <TextArea
            label={t`What should they do?`}
            value={request}
            rows={6}
            required
            maxLength={50_000}
            autoFocus
            onChange={(event) => {
              setRequest(event.target.value);
            }}
          />
          <SelectField
            label={t`Project`}
            value={project}
            onChange={(event) => {
              setProjectId(event.target.value);
            }}
          >
            {projects.data?.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <fieldset className={styles.modes}>
            <legend>{t`How far it may go by itself`}</legend>
            {modes.map((one) => (
              <label key={one} data-chosen={one === mode ? true : undefined}>
                <input
                  type="radio"
                  name="mode"
                  checked={one === mode}
                  onChange={() => {
                    setMode(one);
                  }}
                />
                <span>
                  {i18n._(modeNames[one])}
                  <small>{i18n._(modeWords[one])}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <details>
            <summary>{t`Limits`}</summary>
            <p className={styles.dim}>{t`What reaches a limit rests, and goes on when you raise it.`}</p>
            <LimitFields budget={defaults} typed={typed} onType={setTyped} />
          </details>
          <Failed error={begin.error} />
          <div>
            <Button look="primary" type="submit" busy={begin.isPending} disabled={request.trim() === ''}>
              {t`Begin`}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}

/** What the server takes where nothing is said. */
const defaults = { turns: 100, tokens: 2_000_000, cost_usd: null, seconds: 3600, depth: 3 };
