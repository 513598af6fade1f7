import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AgentSummary } from '@/api/types';
import { buttonClass } from '@/components/Button';
import { Page } from '@/components/Page';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { useSettled } from '@/lib/use-settled';
import { useTitle } from '@/lib/use-title';
import { AgentRows } from './AgentRows';
import { Families, type Group } from './Families';
import styles from './LibraryPage.module.css';
import { agentsOptions, choiceOptions, familiesOptions, useMayWrite } from './queries';
import { Suggestion } from './Suggestion';

const route = getRouteApi('/app/agents');
const OWN = 'own';
const RETIRED = 'retired';
const PAUSE = 150;

/** All agents: search as you type, by word or by what you need; the organization's own first. */
export function LibraryPage() {
  const { find = '', family } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(find);
  const words = useSettled(typed.trim(), PAUSE);
  const mayWrite = useMayWrite();
  useTitle(t`Agents`);
  useEffect(() => {
    void navigate({ search: (old) => ({ ...old, find: words || undefined }), replace: true });
  }, [words, navigate]);

  const agents = useQuery(agentsOptions(words));
  const everyone = useQuery(agentsOptions(''));
  const retired = useQuery(agentsOptions(words, true));
  const families = useQuery(familiesOptions);
  // A request in words: three or more, or what no name and no description holds.
  const isRequest = words.split(/\s+/).length >= 3 || (words !== '' && agents.data?.length === 0);
  const choice = useQuery(choiceOptions(words, isRequest && !agents.isPlaceholderData));
  const all = agents.data ?? [];
  const groups: Group[] = [
    {
      key: OWN,
      title: t`Your organization`,
      about: t`Written here, for what only you do.`,
      agents: all.filter((agent) => agent.origin === 'organization'),
    },
    ...(families.data ?? []).map(({ key, title, about }) => ({
      key,
      title,
      about,
      agents: all.filter((agent) => agent.family === key),
    })),
    ...((retired.data?.length ?? 0) > 0
      ? [
          {
            key: RETIRED,
            title: t`Retired`,
            about: t`Out of use; restore one whenever you like.`,
            agents: retired.data ?? [],
          },
        ]
      : []),
  ];
  const nearest = isRequest && choice.data ? choice.data.candidates : null;
  const shown = groups.filter(({ key }) => (family === undefined ? key !== RETIRED : key === family));

  return (
    <Page
      title={t`Agents`}
      large
      lead={t`Colleagues for one kind of work each. Find one by word, or say what you need.`}
      actions={
        <>
          <Link to="/agent-runs" className={buttonClass()}>
            {t`What they did`}
          </Link>
          {mayWrite && (
            <Link to="/agents/new" className={buttonClass('primary')}>
              <Plus size={16} aria-hidden />
              {t`New agent`}
            </Link>
          )}
        </>
      }
    >
      <label className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span className="visually-hidden">{t`Find an agent`}</span>
        <input
          type="search"
          placeholder={t`A word, or what you need: “our Rust build is slow”`}
          value={typed}
          maxLength={200}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </label>
      {isRequest && choice.data && <Suggestion choice={choice.data} />}
      {agents.isError && <QueryError query={agents} />}
      {agents.isPending || families.isPending ? (
        <SkeletonRows count={8} height={48} />
      ) : nearest ? (
        <Nearest names={nearest} everyone={everyone.data ?? []} />
      ) : (
        <>
          <Families groups={groups} all={all.length} current={family} />
          <Found groups={shown} words={words} mayWrite={mayWrite} />
        </>
      )}
    </Page>
  );
}

function Found({ groups, words, mayWrite }: { groups: Group[]; words: string; mayWrite: boolean }) {
  const some = groups.some((group) => group.agents.length > 0);
  if (words !== '' && !some)
    return <p className={styles.none}>{t`No name and no description here has all of these words.`}</p>;
  return groups.map((group) => {
    const invites = group.key === OWN && words === '' && mayWrite;
    if (group.agents.length === 0 && !invites) return null;
    return <Section key={group.key} group={group} agents={group.agents} />;
  });
}

/** The answer to a request: the agents that come closest, best first. */
function Nearest({ names, everyone }: { names: readonly string[]; everyone: readonly AgentSummary[] }) {
  const agents = names.flatMap((name) => everyone.find((agent) => agent.name === name) ?? []);
  const group = { key: 'nearest', title: t`Nearest`, about: t`Best first.`, agents };
  return (
    <div className={styles.nearest}>
      <Section group={group} agents={agents} />
    </div>
  );
}

function Section({ group, agents }: { group: Group; agents: readonly AgentSummary[] }) {
  return (
    <section className={styles.group} aria-label={group.title}>
      <header className={styles.head}>
        <h2>{group.title}</h2>
        <p>{group.about}</p>
      </header>
      {agents.length > 0 ? (
        <AgentRows agents={agents} />
      ) : (
        <p className={styles.none}>
          <Trans>
            None yet. <Link to="/agents/new">Write the first one</Link>, or open an agent of the library and
            make it yours.
          </Trans>
        </p>
      )}
    </section>
  );
}
