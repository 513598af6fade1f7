import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { describe } from '@/api/problem';
import type { Agent } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { toast } from '@/components/toast-store';
import { useSettled } from '@/lib/use-settled';
import { useTitle } from '@/lib/use-title';
import styles from './Editor.module.css';
import { Editor } from './Editor';
import { agentOptions, faultsOptions, useSaveAgent } from './queries';
import { derived, template } from './words';

const fresh = getRouteApi('/app/agents/new');
const changed = getRouteApi('/app/agents/$name/edit');
const PAUSE = 250;

/** A new agent, from a template or from another agent. */
export function NewAgentPage() {
  const { from } = fresh.useSearch();
  const source = useQuery({ ...agentOptions(from ?? ''), enabled: from !== undefined });
  useTitle(t`New agent`);
  return (
    <Page
      title={t`New agent`}
      lead={t`A definition is a few keys between two lines of dashes, then instructions in plain words.`}
    >
      {from !== undefined && source.isPending && <SkeletonRows count={6} height={40} />}
      {from !== undefined && source.isError && <QueryError query={source} />}
      {from === undefined && <Writer start={template} />}
      {source.data && <Writer start={derived(source.data.text, `my-${source.data.name}`.slice(0, 64))} />}
    </Page>
  );
}

/** The next version of an own agent. */
export function EditAgentPage() {
  const { name } = changed.useParams();
  const agent = useQuery({ ...agentOptions(name), refetchOnWindowFocus: false });
  useTitle(t`Edit ${name}`);
  return (
    <Page
      title={t`Edit ${name}`}
      lead={t`Saving makes a new version; what already ran keeps the text it ran with.`}
    >
      {agent.isPending && <SkeletonRows count={6} height={40} />}
      {agent.isError && <QueryError query={agent} />}
      {agent.data && <Writer key={name} start={agent.data.text} agent={agent.data} />}
    </Page>
  );
}

function Writer({ start, agent }: { start: string; agent?: Agent }) {
  // What the writing began with stays, whatever others do meanwhile; the server refuses a stale version.
  const [base] = useState(agent);
  const [text, setText] = useState(start);
  const [done, setDone] = useState(false);
  const settled = useSettled(text, PAUSE);
  const checked = useQuery(faultsOptions(settled, base?.name));
  const save = useSaveAgent();
  const navigate = useNavigate();
  const dirty = text !== start && !done;
  useBlocker({
    shouldBlockFn: () => dirty && !save.isSuccess && !window.confirm(t`Leave without saving?`),
    enableBeforeUnload: dirty,
  });

  const store = () => {
    const version = base?.version ?? undefined;
    save.mutate(
      { text, ...(base ? { name: base.name } : {}), ...(version === undefined ? {} : { version }) },
      {
        onSuccess: (made) => {
          setDone(true);
          toast(
            base
              ? t`${{ name: made.name }} is at version ${{ version: made.version ?? 1 }}.`
              : t`${{ name: made.name }} is ready for work.`,
          );
          void navigate({
            to: '/agents/$name',
            params: { name: made.name },
            search: {},
            ignoreBlocker: true,
          });
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
    >
      <Editor
        text={text}
        onChange={setText}
        onSave={store}
        faults={checked.data ?? []}
        checking={settled !== text || checked.isFetching}
      />
      {checked.isError && <QueryError query={checked} />}
      <div className={styles.bar}>
        <Button look="primary" type="submit" busy={save.isPending}>
          {base ? t`Save version ${{ version: (base.version ?? 0) + 1 }}` : t`Create agent`}
        </Button>
        {base ? (
          <Link to="/agents/$name" params={{ name: base.name }} search={{}} className={buttonClass('plain')}>
            {t`Cancel`}
          </Link>
        ) : (
          <Link to="/agents" className={buttonClass('plain')}>
            {t`Cancel`}
          </Link>
        )}
        {save.isError && <Notice kind="bad">{describe(save.error)}</Notice>}
      </div>
    </form>
  );
}
