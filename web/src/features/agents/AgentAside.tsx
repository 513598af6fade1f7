import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { Agent } from '@/api/types';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { toast } from '@/components/toast-store';
import { abilities } from './abilities';
import styles from './AgentPage.module.css';
import { versionsOptions } from './queries';
import { callFor } from './words';

/** Beside the profile: how to call them, what they may touch, whom they work with, what they answer. */
export function AgentAside({ agent }: { agent: Agent }) {
  return (
    <aside className={styles.aside} aria-label={t`At a glance`}>
      {agent.retired_at === null && <UseIt name={agent.name} />}
      <section>
        <h2>{t`What they may touch`}</h2>
        <ul className={styles.abilities}>
          {abilities(agent.tools, agent.disallowed_tools).map(({ what, may, only }) => (
            <li key={what} data-may={may ? true : undefined}>
              <StatusMark shape={may ? 'check' : 'dash'} />
              <span>
                {!may && <span className="visually-hidden">{t`Not:`} </span>}
                {what}
                {only.map((limit) => (
                  <code key={limit}>{limit}</code>
                ))}
              </span>
            </li>
          ))}
        </ul>
        {agent.permission_mode === 'bypassPermissions' && (
          <p className={styles.warning}>{t`Asks nobody before it acts.`}</p>
        )}
      </section>
      {agent.hand_offs.length > 0 && (
        <section>
          <h2>{t`Hands work to`}</h2>
          <ul className={styles.links}>
            {agent.hand_offs.map((name) => (
              <li key={name}>
                <Link to="/agents/$name" params={{ name }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {agent.contract && (
        <section>
          <h2>{t`What the answer holds`}</h2>
          <dl className={styles.contract}>
            {agent.contract.map(({ name, kind, meaning }) => (
              <div key={name}>
                <dt>{name.replaceAll('_', ' ')}</dt>
                <dd>{meaning ?? kind}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.dim}>
            <Trans>
              Checked against <code>{agent.output_schema}</code>
            </Trans>
          </p>
        </section>
      )}
      {agent.origin === 'organization' && <Versions agent={agent} />}
    </aside>
  );
}

function UseIt({ name }: { name: string }) {
  const [task, setTask] = useState('');
  const call = callFor(name, task);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(call);
      toast(t`Copied. Paste it where your agents work.`);
    } catch {
      toast(t`The browser refuses to copy; select the words instead.`, undefined, 'bad');
    }
  };
  return (
    <section>
      <h2>{t`Use it`}</h2>
      <form
        className={styles.use}
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <TextField
          label={t`What should they do?`}
          placeholder={t`check the change on this branch`}
          maxLength={500}
          value={task}
          onChange={(event) => {
            setTask(event.target.value);
          }}
        />
        <output className={styles.call}>{call}</output>
        <Button look="primary" type="submit" icon={<Copy size={14} aria-hidden />}>
          {t`Copy the request`}
        </Button>
      </form>
    </section>
  );
}

function Versions({ agent }: { agent: Agent }) {
  const versions = useQuery({ ...versionsOptions(agent.name), throwOnError: false });
  return (
    <section>
      <h2>{t`Versions`}</h2>
      <ol className={styles.versions} aria-label={t`Versions`}>
        {versions.data?.map(({ version, author, created_at }) => (
          <li key={version}>
            <Link
              to="/agents/$name"
              params={{ name: agent.name }}
              search={version === agent.current_version ? {} : { version }}
              aria-current={version === agent.version ? 'true' : undefined}
              activeProps={{}}
            >
              {t`Version ${version}`}
            </Link>
            <span className={styles.dim}>
              {author}, <Time at={created_at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
