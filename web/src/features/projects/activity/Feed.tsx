import { Link } from '@tanstack/react-router';
import { plural, t } from '@lingui/core/macro';
import { Bot, Cog } from 'lucide-react';
import { useState } from 'react';
import type { Activity } from '@/api/types';
import { Glyph } from '@/components/Glyph';
import { clockTime, dayName, exactly } from '@/lib/time';
import styles from './Feed.module.css';
import { daysOf, type Group, groupsOf, isAboutOne } from './grouping';
import { sentenceOf } from './sentence';

/** What happened, newest first, as sentences under their day. */
export function Feed({
  activities,
  heading: Heading = 'h2',
  limit = Infinity,
}: {
  activities: readonly Activity[];
  heading?: 'h2' | 'h3';
  /** How many lines of the story to tell at most. */
  limit?: number;
}) {
  const [now] = useState(() => Date.now());
  const days = daysOf(groupsOf(activities).slice(0, limit), (iso) => dayName(iso, now));
  return (
    <div className={styles.feed}>
      {days.map((day) => (
        <section key={day.name} className={styles.day}>
          <Heading>{day.name}</Heading>
          <ol>
            {day.groups.map((group) => (
              <GroupRow key={group.key} group={group} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const SHOWN = 3;

function GroupRow({ group }: { group: Group }) {
  const [open, setOpen] = useState(false);
  const first = group.activities[0];
  if (!first) return null;
  const many = group.activities.length > 1;
  const rest = group.activities.length - SHOWN;
  const shown = open ? group.activities : group.activities.slice(0, SHOWN);
  return (
    <li className={styles.group}>
      <Actor actor={group.actor} />
      <div className={styles.words}>
        <p className={styles.sentence}>
          {many ? <GroupSentence group={group} /> : <Sentence activity={first} />}
        </p>
        {first.reason && !many && <p className={styles.reason}>{first.reason}</p>}
        {many && (
          <ul className={styles.parts}>
            {shown.map((activity) => (
              <li key={activity.id}>
                {isAboutOne(group.activities) ? (
                  <Sentence activity={activity} plain />
                ) : (
                  <ObjectLink activity={activity}>{activity.object.title}</ObjectLink>
                )}
              </li>
            ))}
            {group.activities.length > SHOWN && (
              <li>
                <button
                  type="button"
                  className={styles.more}
                  aria-expanded={open}
                  onClick={() => {
                    setOpen(!open);
                  }}
                >
                  {open ? t`Show fewer` : t`${rest} more`}
                </button>
              </li>
            )}
          </ul>
        )}
      </div>
      <time className={styles.time} dateTime={group.at} title={exactly(group.at)}>
        {clockTime(group.at)}
      </time>
    </li>
  );
}

function Actor({ actor }: { actor: Activity['actor'] }) {
  if (actor.kind === 'account') return <Glyph name={actor.name} round />;
  return (
    <span className={styles.agent} data-kind={actor.kind} aria-hidden>
      {actor.kind === 'agent' ? <Bot size={15} strokeWidth={1.75} /> : <Cog size={15} strokeWidth={1.75} />}
    </span>
  );
}

/** What happened; the thing it speaks of is a link unless the line stands under it. */
function Sentence({ activity, plain = false }: { activity: Activity; plain?: boolean }) {
  const { title } = activity.object;
  const who = <strong className={styles.who}>{activity.actor.name}</strong>;
  const thing = plain ? title : <ObjectLink activity={activity}>{title}</ObjectLink>;
  return sentenceOf(activity, { who, thing });
}

/** What a whole group says; of several deeds on one thing, the thing. */
function GroupSentence({ group }: { group: Group }) {
  const [first] = group.activities;
  if (!first) return null;
  const who = group.actor.name;
  const count = group.activities.length;
  if (isAboutOne(group.activities) && first.object.kind === 'task') {
    return (
      <>
        <strong>{who}</strong>: <ObjectLink activity={first}>{first.object.title}</ObjectLink>
      </>
    );
  }
  return groupText(who, first, count);
}

function groupText(who: string, first: Activity, count: number): string {
  switch (first.verb) {
    case 'task.created':
      return plural(count, { one: `${who} created # task`, other: `${who} created # tasks` });
    case 'task.moved':
      return plural(count, { one: `${who} moved # task`, other: `${who} moved # tasks` });
    case 'task.edited':
      return plural(count, { one: `${who} changed # task`, other: `${who} changed # tasks` });
    case 'task.assigned':
      return plural(count, { one: `${who} assigned # task`, other: `${who} assigned # tasks` });
    case 'task.deleted':
      return plural(count, { one: `${who} deleted # task`, other: `${who} deleted # tasks` });
    case 'task.restored':
      return plural(count, { one: `${who} brought back # task`, other: `${who} brought back # tasks` });
    case 'task.commented':
      return plural(count, { one: `${who} wrote # comment`, other: `${who} wrote # comments` });
    case 'workflow.analysed':
      return plural(count, { one: `${who} finished # analysis`, other: `${who} finished # analyses` });
    case 'workflow.requested':
      return plural(count, { one: `${who} asked for # analysis`, other: `${who} asked for # analyses` });
    default:
      return t`${who}: ${count} times ${deed(first.verb)}`;
  }
}

/** `sent_to_board` is "sent to board". */
function deed(verb: string): string {
  return (verb.split('.').at(-1) ?? verb).replaceAll('_', ' ');
}

function ObjectLink({ activity, children }: { activity: Activity; children: string }) {
  const { object, project_id: projectId } = activity;
  if (object.kind === 'task') {
    return (
      <Link to="/projects/$projectId/tasks/$taskId" params={{ projectId, taskId: object.id }}>
        {children}
      </Link>
    );
  }
  if (object.kind === 'tasks') {
    return (
      <Link to="/projects/$projectId/board" params={{ projectId }}>
        {children}
      </Link>
    );
  }
  if (object.kind === 'workflow') {
    return (
      <Link to="/projects/$projectId/analyses/$workflowId" params={{ projectId, workflowId: object.id }}>
        {children}
      </Link>
    );
  }
  if (object.kind === 'agent_run') {
    return (
      <Link to="/agent-runs/$agentRunId" params={{ agentRunId: object.id }}>
        {children}
      </Link>
    );
  }
  return <strong>{children}</strong>;
}
