import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Agent } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { Glyph } from '@/components/Glyph';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { Time } from '@/components/Time';
import { useTitle } from '@/lib/use-title';
import { AgentAside } from './AgentAside';
import styles from './AgentPage.module.css';
import { Faults } from './Faults';
import { Prose, Words } from '@/components/Prose';
import { agentOptions, agentsOptions, familiesOptions, useMayWrite } from './queries';
import { RetireButton } from './RetireButton';
import { VersionNotice } from './VersionNotice';
import { dialogue } from './words';

const route = getRouteApi('/app/agents/$name');

/** An agent as a colleague's profile. */
export function AgentPage() {
  const { name } = route.useParams();
  const { version } = route.useSearch();
  const agent = useQuery(agentOptions(name, version));
  useTitle(name, t`Agents`);
  return (
    <div className={styles.page}>
      {agent.isPending && <SkeletonRows count={6} height={48} />}
      {agent.isError && <QueryError query={agent} />}
      {agent.data && <Profile agent={agent.data} />}
    </div>
  );
}

function Profile({ agent }: { agent: Agent }) {
  const known = useQuery(agentsOptions('')).data?.map((one) => one.name) ?? [];
  return (
    <article>
      <header className={styles.head}>
        <span className={styles.face}>
          <Glyph name={agent.name} round />
        </span>
        <div className={styles.who}>
          <h1>{agent.name}</h1>
          <p>
            <Origin agent={agent} />
          </p>
        </div>
        <Actions agent={agent} />
      </header>
      <VersionNotice agent={agent} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <p className={styles.does}>
            <Words text={agent.does} agents={known} />
          </p>
          {agent.faults.length > 0 && <Faults faults={agent.faults} />}
          {(agent.use_when ?? agent.not_for) && (
            <dl className={styles.when}>
              {agent.use_when && (
                <div>
                  <dt>{t`When to ask`}</dt>
                  <dd>
                    <Words text={agent.use_when} agents={known} />
                  </dd>
                </div>
              )}
              {agent.not_for && (
                <div>
                  <dt>{t`When not`}</dt>
                  <dd>
                    <Words text={agent.not_for} agents={known} />
                  </dd>
                </div>
              )}
            </dl>
          )}
          {agent.examples.length > 0 && (
            <section>
              <h2>{agent.examples.length === 1 ? t`An example` : t`Examples`}</h2>
              <ul className={styles.examples}>
                {agent.examples.map((example) => (
                  <li key={example}>
                    <Example text={example} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {agent.body !== '' && (
            <section>
              <h2>{t`How they work`}</h2>
              <Prose text={agent.body} agents={known} />
            </section>
          )}
        </div>
        <AgentAside agent={agent} />
      </div>
    </article>
  );
}

function Origin({ agent }: { agent: Agent }) {
  const families = useQuery(familiesOptions);
  if (agent.origin === 'library') {
    const family = families.data?.find((one) => one.key === agent.family);
    return family ? (
      <Link to="/agents" search={{ family: family.key }}>
        {family.title}
      </Link>
    ) : (
      t`Library`
    );
  }
  return (
    <>
      <Trans>
        Your organization · version {agent.version} by {agent.author}
      </Trans>
      {agent.updated_at && (
        <>
          , <Time at={agent.updated_at} />
        </>
      )}
    </>
  );
}

function Actions({ agent }: { agent: Agent }) {
  const mayWrite = useMayWrite();
  if (!mayWrite) return null;
  return (
    <div className={styles.actions}>
      {agent.origin === 'library' && (
        <Link to="/agents/new" search={{ from: agent.name }} className={buttonClass('plain')}>
          {t`Make it yours`}
        </Link>
      )}
      {agent.origin === 'organization' && <RetireButton agent={agent} />}
      {agent.origin === 'organization' && agent.retired_at === null && (
        <Link to="/agents/$name/edit" params={{ name: agent.name }} className={buttonClass()}>
          {t`Edit`}
        </Link>
      )}
      {agent.retired_at === null && (
        <Link to="/agents/$name/run" params={{ name: agent.name }} className={buttonClass('primary')}>
          {t`Give work`}
        </Link>
      )}
    </div>
  );
}

const speakers: Partial<Record<string, MessageDescriptor>> = { user: msg`You`, context: msg`Before` };

function speaker(who: string): string {
  const name = speakers[who];
  if (name) return i18n._(name);
  return who === 'assistant' ? 'CODITECT' : '';
}

function Example({ text }: { text: string }) {
  return (
    <dl className={styles.dialogue}>
      {dialogue(text).map((turn, index) => (
        <div key={index} data-who={turn.who}>
          <dt>{speaker(turn.who)}</dt>
          <dd>{turn.says}</dd>
        </div>
      ))}
    </dl>
  );
}
