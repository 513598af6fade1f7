import { t } from '@lingui/core/macro';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Analysis, AnalystOutputs, Workflow } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { EditActor } from '../EditActor';
import { actorFamily, actorName } from './names';
import { words } from './codes';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['actor-identifier']>;

export function ActorsTab({
  workflow,
  analysis,
  report,
}: {
  workflow: Workflow;
  analysis: Analysis;
  report: Report;
}) {
  const [edited, setEdited] = useState<string>();
  const actor = analysis.actors.find((one) => one.id === edited);
  return (
    <>
      {actor && (
        <EditActor
          key={actor.id}
          workflow={workflow}
          actors={analysis.actors}
          actor={actor}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
      <Section title={t`Actors`} note={analysis.actors.length}>
        <ul className={styles.items}>
          {analysis.actors.map((actor) => {
            const tasks = analysis.tasks.filter((task) => task.actor === actor.id);
            const aliases = actor.aliases.filter((alias) => alias !== actor.name);
            return (
              <Item key={actor.id} evidence={actor.evidence} refs={tasks.map((task) => task.id)}>
                <div className={styles.line}>
                  <b>{actor.name}</b>
                  {aliases.length > 0 && <span className={styles.dim}>{also(aliases.join(', '))}</span>}
                  <Tag family={actorFamily[actor.kind]}>{words(actor.kind)}</Tag>
                  <IconButton
                    label={t`Edit “${{ label: actor.name }}”`}
                    onClick={(event) => {
                      event.stopPropagation();
                      setEdited(actor.id);
                    }}
                  >
                    <Pencil size={14} strokeWidth={1.75} />
                  </IconButton>
                </div>
                {tasks.length > 0 && (
                  <span className={styles.more}>{tasks.map((task) => task.label).join(', ')}</span>
                )}
              </Item>
            );
          })}
        </ul>
      </Section>
      {report.handoffs.length > 0 && (
        <Section title={t`Hand-offs`} note={report.handoffs.length}>
          <ul className={styles.items}>
            {report.handoffs.map((handoff) => (
              <Item key={handoff.id} evidence={handoff.evidence}>
                <div className={styles.line}>
                  <b>
                    {actorName(analysis, handoff.from_actor)} → {actorName(analysis, handoff.to_actor)}
                  </b>
                  <span className={styles.dim}>{handoff.what}</span>
                </div>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {report.systems.length > 0 && (
        <Section title={t`Systems`} note={report.systems.length}>
          <ul className={styles.items}>
            {report.systems.map((system) => (
              <Item key={system.id} evidence={system.evidence}>
                <div className={styles.line}>
                  <b>{system.name}</b>
                  {system.used_for && <span className={styles.dim}>{system.used_for}</span>}
                </div>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function also(names: string): string {
  return t`also ${names}`;
}
