import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import type { components } from '@/api/schema';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { useAction } from '@/lib/use-action';
import { formClass, PublicPage } from './PublicPage';

type Asked = components['schemas']['AuthorizationRead'];

const route = getRouteApi('/consent');

const meanings: Record<string, MessageDescriptor> = {
  openid: msg`that you are you`,
  profile: msg`your name`,
  email: msg`your email address`,
  offline_access: msg`all this also while you are away`,
};

/** Another program asks who you are. */
export function ConsentPage() {
  const { problem } = route.useSearch();
  const [asked, setAsked] = useState<Asked>();
  const ask = useAction(async (decision: 'allow' | 'deny' | null) => {
    const answer = await data(
      client.POST('/api/v1/oauth/authorizations', { body: { query: query(), decision } }),
    );
    if (answer.location !== null) window.location.assign(answer.location);
    else setAsked(answer);
  });
  useEffect(() => {
    if (problem === undefined) void ask.run(null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address is asked about once
  }, [problem]);
  if (problem !== undefined || ask.error !== null) {
    return (
      <PublicPage title={t`This does not work`}>
        <Notice kind="bad">
          {problem === undefined
            ? describe(ask.error)
            : t`The program that sent you here is not known, or asked for something that is not possible.`}
        </Notice>
      </PublicPage>
    );
  }
  if (!asked) return <PublicPage title={t`One moment`} />;
  const program = asked.client_name ?? '';
  const host = asked.client_host ?? '';
  if (asked.sign_in_again) {
    const here = `/consent${asItCame().replace(/([?&])prompt=login(&|$)/, '$1max_age=60$2')}`;
    return (
      <PublicPage title={t`Sign in again`} lead={t`${program} wants to be sure that it is you.`}>
        <Button
          look="primary"
          wide
          onClick={() => {
            window.location.assign(`/login?next=${encodeURIComponent(here)}`);
          }}
        >{t`Sign in`}</Button>
      </PublicPage>
    );
  }
  return (
    <PublicPage
      title={t`Sign in to ${program}?`}
      lead={
        <Trans>
          You would go on to <b>{host}</b>. It would learn:
        </Trans>
      }
    >
      <ul>
        {asked.scopes.map((scope) => {
          const meaning = meanings[scope];
          return <li key={scope}>{meaning ? i18n._(meaning) : scope}</li>;
        })}
      </ul>
      <div className={formClass}>
        <Button look="primary" wide busy={ask.busy} onClick={() => void ask.run('allow')}>{t`Allow`}</Button>
        <Button wide busy={ask.busy} onClick={() => void ask.run('deny')}>{t`Do not allow`}</Button>
      </div>
    </PublicPage>
  );
}

/** What the program asked, as it came: the router writes numbers in its own way. */
function asItCame(): string {
  const entry = performance.getEntriesByType('navigation')[0];
  const address = entry ? new URL(entry.name, window.location.href) : window.location;
  return address.pathname === '/consent' ? address.search : window.location.search;
}

function query(): Record<string, string[]> {
  const given = new URLSearchParams(asItCame());
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}
