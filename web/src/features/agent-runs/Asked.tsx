import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { describe } from '@/api/problem';
import type { AgentCall, AgentRun } from '@/api/types';
import { Button } from '@/components/Button';
import { TextArea, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { Prose } from '@/components/Prose';
import styles from './Asked.module.css';
import { Lines } from './Diff';
import { brief, planned } from './journal';
import { useAllow, useAnswer, useRefuse } from './queries';

const QUESTION = 'AskUserQuestion';

/** What an agent waits for a person for: an answer, or leave. */
export function Asked({ run, call }: { run: AgentRun; call: AgentCall }) {
  return (
    <section className={styles.asked} aria-label={t`Waits for you`}>
      {call.tool === QUESTION ? <Question run={run} call={call} /> : <Leave run={run} call={call} />}
    </section>
  );
}

function Question({ run, call }: { run: AgentRun; call: AgentCall }) {
  const answer = useAnswer(run.id);
  const refuse = useRefuse(run.id);
  const [text, setText] = useState('');
  const question = typeof call.arguments['question'] === 'string' ? call.arguments['question'] : '';
  const given = call.arguments['options'];
  const options = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
  const send = (words: string) => {
    if (words.trim() !== '') answer.mutate({ number: call.number, text: words.trim() });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      <h2>{t`${{ agent: run.agent }} asks`}</h2>
      <Prose text={question} />
      {options.length > 0 && (
        <div className={styles.options}>
          {options.map((one) => (
            <Button
              key={one}
              onClick={() => {
                send(one);
              }}
            >
              {one}
            </Button>
          ))}
        </div>
      )}
      <TextArea
        label={options.length > 0 ? t`Or in your own words` : t`Your answer`}
        value={text}
        maxLength={20_000}
        rows={3}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Failed error={answer.error ?? refuse.error} />
      <div className={styles.actions}>
        <Button look="primary" type="submit" busy={answer.isPending} disabled={text.trim() === ''}>
          {t`Send answer`}
        </Button>
        <Button
          look="quiet"
          busy={refuse.isPending}
          onClick={() => {
            refuse.mutate({ number: call.number, why: '' });
          }}
        >
          {t`Go on without an answer`}
        </Button>
      </div>
    </form>
  );
}

function Leave({ run, call }: { run: AgentRun; call: AgentCall }) {
  const allow = useAllow(run.id);
  const refuse = useRefuse(run.id);
  const [refusing, setRefusing] = useState(false);
  const [why, setWhy] = useState('');
  const lines = planned(call.arguments);
  const more = call.effect === 'write' ? 'accept_edits' : 'autonomous';
  const path = brief(call.arguments);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        refuse.mutate({ number: call.number, why: why.trim() });
      }}
    >
      <h2>
        <Trans>
          {run.agent} wants to use {call.tool}
        </Trans>
      </h2>
      {path !== '' && <code className={styles.what}>{path}</code>}
      {lines && lines.length > 0 && (
        <div className={styles.preview}>
          <Lines lines={lines} label={t`What it would change`} />
        </div>
      )}
      {refusing && (
        <TextField
          label={t`Why not`}
          optional
          hint={t`The agent is told and goes on without.`}
          value={why}
          maxLength={2_000}
          autoFocus
          onChange={(event) => {
            setWhy(event.target.value);
          }}
        />
      )}
      <Failed error={allow.error ?? refuse.error} />
      <div className={styles.actions}>
        {refusing ? (
          <>
            <Button look="danger" type="submit" busy={refuse.isPending}>
              {t`Refuse`}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                setRefusing(false);
              }}
            >
              {t`Back`}
            </Button>
          </>
        ) : (
          <>
            <Button
              look="primary"
              busy={allow.isPending}
              onClick={() => {
                allow.mutate({ number: call.number, mode: null });
              }}
            >
              {t`Allow`}
            </Button>
            <Button
              onClick={() => {
                allow.mutate({ number: call.number, mode: more });
              }}
            >
              {more === 'accept_edits' ? t`Allow all edits` : t`Allow all from now on`}
            </Button>
            <Button
              onClick={() => {
                setRefusing(true);
              }}
            >
              {t`Refuse`}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

export function Failed({ error }: { error: unknown }) {
  return error ? <Notice kind="bad">{describe(error)}</Notice> : null;
}
