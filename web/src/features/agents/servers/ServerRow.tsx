import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { type Shape, StatusMark } from '@/components/StatusMark';
import { type Server, useServerDeed } from './servers';
import styles from './ServersPage.module.css';

const states: Record<Server['state'], { shape: Shape; word: MessageDescriptor }> = {
  new: { shape: 'ring', word: msg`Not looked at yet` },
  waiting: { shape: 'pause', word: msg`Waits for approval` },
  approved: { shape: 'check', word: msg`Approved` },
  changed: { shape: 'cross', word: msg`Changed since it was approved` },
};

/** One server: how it is reached, what it says that it offers, and what can be done. */
export function ServerRow({ projectId, one }: { projectId: string; one: Server }) {
  const { name } = one;
  const path = { params: { path: { project_id: projectId, server_id: one.id } } };
  const [everyAgent, setEveryAgent] = useState(one.every_agent);
  const look = useServerDeed(projectId, () =>
    data(client.POST('/api/v1/projects/{project_id}/mcp-servers/{server_id}/look', path)),
  );
  const approve = useServerDeed(projectId, (digest: string) =>
    data(
      client.POST('/api/v1/projects/{project_id}/mcp-servers/{server_id}/approve', {
        ...path,
        body: { digest, every_agent: everyAgent },
      }),
    ),
  );
  const remove = useServerDeed(projectId, () =>
    data(client.DELETE('/api/v1/projects/{project_id}/mcp-servers/{server_id}', path)),
  );
  const fault = look.error ?? approve.error ?? remove.error;
  const { digest } = one;
  const askable = digest !== null && one.state !== 'approved';
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span className={styles.name}>
          <b>{name}</b>
          <code>{one.url ?? one.command.join(' ')}</code>
          {one.secret_names.length > 0 && <small>{one.secret_names.join(', ')}</small>}
        </span>
        <span className={styles.state}>
          <StatusMark shape={states[one.state].shape} />
          {i18n._(states[one.state].word)}
        </span>
        <span className={styles.actions}>
          <Button
            size="small"
            busy={look.isPending}
            aria-label={t`Look at its tools: ${name}`}
            onClick={() => {
              look.mutate(undefined);
            }}
          >{t`Look at its tools`}</Button>
          <Button
            size="small"
            busy={remove.isPending}
            aria-label={t`Remove ${name}`}
            onClick={() => {
              remove.mutate(undefined);
            }}
          >{t`Remove`}</Button>
        </span>
      </div>
      {fault && <Notice kind="bad">{describe(fault)}</Notice>}
      {one.tools.length > 0 && (
        <ul className={styles.tools} aria-label={t`What ${name} says of its tools`}>
          {one.tools.map((tool) => (
            <li key={tool.name}>
              <code>{tool.name}</code>
              <small>{tool.description}</small>
            </li>
          ))}
        </ul>
      )}
      {askable && (
        <div className={styles.line}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={everyAgent}
              onChange={(event) => {
                setEveryAgent(event.target.checked);
              }}
            />
            {t`For every agent, not only those whose text names it`}
          </label>
          <Button
            size="small"
            look="primary"
            busy={approve.isPending}
            aria-label={t`Approve ${name}`}
            onClick={() => {
              approve.mutate(digest);
            }}
          >{t`Approve`}</Button>
        </div>
      )}
    </li>
  );
}
