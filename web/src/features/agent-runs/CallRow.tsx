import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { AgentCall, AgentRun } from '@/api/types';
import { StatusMark } from '@/components/StatusMark';
import { duration } from '@/lib/time';
import { Diff } from './Diff';
import styles from './Journal.module.css';
import { brief, sizeOf } from './journal';
import { callLook } from './look';
import { UndoButton } from './UndoButton';

interface Props {
  run: AgentRun;
  call: AgentCall;
  open: boolean;
}

/** One call of a tool: a line, and all of it underneath for whoever wants to know. */
export function CallRow({ run, call, open }: Props) {
  const look = callLook[call.state];
  const quiet = call.state === 'done' || call.state === 'begun';
  return (
    <details className={styles.call} open={open || (call.changes.length > 0 && call.changes.length <= 3)}>
      <summary>
        <ChevronRight className={styles.chevron} size={14} aria-hidden />
        <StatusMark shape={look.shape} />
        <span className={styles.tool}>{call.tool}</span>
        <span className={styles.brief}>{brief(call.arguments)}</span>
        <span className={styles.side}>
          {call.changes.map(({ path, diff }) => (
            <Size key={path} diff={diff} />
          ))}
          {quiet ? <span className="visually-hidden">{i18n._(look.label)}</span> : i18n._(look.label)}
          <Took call={call} />
        </span>
      </summary>
      <div className={styles.inside}>
        {call.changes.map((change) => (
          <Diff key={change.path} change={change}>
            <UndoButton run={run} call={call} change={change} />
          </Diff>
        ))}
        <Arguments call={call} />
        {call.child_id && (
          <p>
            <Link to="/agent-runs/$agentRunId" params={{ agentRunId: call.child_id }}>
              {t`See what they did`}
            </Link>
          </p>
        )}
        {call.result !== null && call.result !== '' && !isToldByDiff(call) && (
          <pre className={styles.result} tabIndex={0} aria-label={t`Result`}>
            {call.result}
          </pre>
        )}
      </div>
    </details>
  );
}

/** Of a write that went well, the diff says all. */
function isToldByDiff(call: AgentCall): boolean {
  return call.effect === 'write' && call.state === 'done' && call.changes.length > 0;
}

function Size({ diff }: { diff: string }) {
  const { more, less } = sizeOf(diff);
  return (
    <span className={styles.size}>
      <span data-kind="more">+{more}</span> <span data-kind="less">−{less}</span>
    </span>
  );
}

function Took({ call }: { call: AgentCall }) {
  if (!call.begun_at || !call.ended_at) return null;
  return (
    <span className={styles.took}>{duration(Date.parse(call.ended_at) - Date.parse(call.begun_at))}</span>
  );
}

const written = new Set(['file_path', 'content', 'old_string', 'new_string', 'replace_all']);

/** The arguments, without the texts that the diff shows anyway. */
function Arguments({ call }: { call: AgentCall }) {
  const shown = Object.entries(call.arguments).filter(
    ([name, value]) => value !== null && !(call.changes.length > 0 && written.has(name)),
  );
  if (shown.length === 0) return null;
  return (
    <dl className={styles.arguments} aria-label={t`Arguments`}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
