import { t } from '@lingui/core/macro';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Analysis, Workflow } from '@/api/types';
import { IconButton } from '@/components/IconButton';
import { EditTask } from '../EditTask';
import { typeWords } from '../task-types';
import { actorName } from './names';
import { words } from './codes';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

export function TasksTab({ workflow, analysis }: { workflow: Workflow; analysis: Analysis }) {
  const [edited, setEdited] = useState<string>();
  const task = analysis.tasks.find((one) => one.id === edited);
  const decomposition = analysis.analysts['task-decomposer'];
  return (
    <>
      <Section title={t`Tasks`} note={t`in the order of the text; hover to see where each comes from`}>
        <ol className={styles.items}>
          {analysis.tasks.map((task, index) => (
            <Item key={task.id} evidence={task.evidence} refs={[task.id]}>
              <div className={styles.line}>
                <span className={styles.index}>{index + 1}</span>
                <b>{task.label}</b>
                {task.duration && <span className={styles.dim}>{task.duration.text}</span>}
                {task.frequency && <span className={styles.dim}>{task.frequency.text}</span>}
                <span className={styles.dim}>{typeWords[task.type]()}</span>
                {task.actor ? (
                  <Tag family="people">{actorName(analysis, task.actor)}</Tag>
                ) : (
                  <Tag>{t`Nobody named`}</Tag>
                )}
                <IconButton
                  label={t`Edit “${{ label: task.label }}”`}
                  onClick={(event) => {
                    event.stopPropagation();
                    setEdited(task.id);
                  }}
                >
                  <Pencil size={14} strokeWidth={1.75} />
                </IconButton>
              </div>
            </Item>
          ))}
        </ol>
      </Section>
      {task && (
        <EditTask
          key={task.id}
          workflow={workflow}
          analysis={analysis}
          task={task}
          onClose={() => {
            setEdited(undefined);
          }}
        />
      )}
      {decomposition && decomposition.exceptions.length > 0 && (
        <Section title={t`When something goes wrong`} note={decomposition.exceptions.length}>
          <ul className={styles.items}>
            {decomposition.exceptions.map((one) => (
              <Item key={one.id} evidence={one.evidence} refs={one.tasks}>
                <div className={styles.line}>
                  <b>{one.condition}</b>
                  {one.ends_process && <Tag>{t`Ends the process`}</Tag>}
                </div>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {analysis.gateways.some((one) => one.direction === 'split') && (
        <Section title={t`Decisions and forks`}>
          <ul className={styles.items}>
            {analysis.gateways
              .filter((one) => one.direction === 'split')
              .map((gateway) => (
                <Item key={gateway.id} evidence={gateway.evidence} refs={[gateway.id]}>
                  <div className={styles.line}>
                    <b>{gateway.label ?? words(gateway.kind)}</b>
                    <Tag family="coordination">{words(gateway.kind)}</Tag>
                  </div>
                </Item>
              ))}
          </ul>
        </Section>
      )}
    </>
  );
}
