import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Analysis, AnalystOutputs, BuildTask, Workflow } from '@/api/types';
import { Button } from '@/components/Button';
import { toast, toastError } from '@/components/toast-store';
import { useSendToBoard } from '../queries';
import { SendDialog } from '../SendDialog';
import { words } from './codes';
import { Item, Section, Tag } from './parts';
import styles from './tabs.module.css';

type Report = NonNullable<AnalystOutputs['technical-analyzer']>;

interface Props {
  workflow: Workflow;
  analysis: Analysis;
  report: Report;
}

export function TechnicalTab({ workflow, analysis, report }: Props) {
  const sent = new Map(workflow.board.map((one) => [one.build_task_id, one]));
  const rest = analysis.build_tasks.filter((task) => !sent.has(task.id));
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      {choosing && (
        <SendDialog
          workflow={workflow}
          tasks={rest}
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
      <Section
        title={t`Build tasks`}
        note={t`${{ sent: sent.size }} of ${{ all: analysis.build_tasks.length }} on the board`}
      >
        {rest.length > 0 && (
          <div>
            <Button
              onClick={() => {
                setChoosing(true);
              }}
            >
              {t`Choose what to send`}
            </Button>
          </div>
        )}
        <ol className={styles.items}>
          {analysis.build_tasks.map((task, index) => (
            <Item key={task.id} evidence={task.evidence} refs={task.source_task ? [task.source_task] : []}>
              <Build task={task} index={index} sent={sent.get(task.id)} workflow={workflow} />
            </Item>
          ))}
        </ol>
      </Section>
      <Parts report={report} />
      {report.risks.length > 0 && (
        <Section title={t`Risks`} note={report.risks.length}>
          <ul className={styles.items}>
            {report.risks.map((risk) => (
              <Item key={risk.id} evidence={risk.evidence}>
                <div className={styles.line}>
                  <b>{risk.text}</b>
                  <Tag family={risk.impact === 'high' ? 'external' : undefined}>
                    {t`Impact: ${{ impact: words(risk.impact) }}`}
                  </Tag>
                </div>
                <span className={styles.more}>{risk.mitigation}</span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface BuildProps {
  task: BuildTask;
  index: number;
  sent: Workflow['board'][number] | undefined;
  workflow: Workflow;
}

function Build({ task, index, sent, workflow }: BuildProps) {
  const send = useSendToBoard(workflow.id, workflow.project_id);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.index}>{index + 1}</span>
        <b>{task.title}</b>
        <span className={styles.dim}>
          {t`${{ low: task.estimate.low_hours }}–${{ high: task.estimate.high_hours }} h`}
        </span>
        <Tag family={task.assignee.kind === 'agent' ? 'agent' : 'people'}>{task.assignee.name}</Tag>
        {sent ? (
          <Link
            to="/projects/$projectId/tasks/$taskId"
            params={{ projectId: workflow.project_id, taskId: sent.task_id }}
            className={styles.dim}
          >
            {boardWords(sent.status)}
          </Link>
        ) : (
          <Button
            size="small"
            look="quiet"
            aria-label={t`Send “${{ title: task.title }}” to the board`}
            busy={send.isPending}
            onClick={(event) => {
              event.stopPropagation();
              send.mutate(
                { ids: [task.id] },
                {
                  onSuccess: () => {
                    toast(t`On the board now.`);
                  },
                  onError: toastError,
                },
              );
            }}
          >
            {t`Send`}
          </Button>
        )}
      </div>
      <span className={styles.more}>{task.description}</span>
    </>
  );
}

function boardWords(status: Workflow['board'][number]['status']): string {
  switch (status) {
    case 'done':
      return t`Done`;
    case 'in_progress':
      return t`In progress`;
    case 'blocked':
      return t`Blocked`;
    case 'cancelled':
      return t`Cancelled`;
    case 'open':
      return t`On the board`;
  }
}

function Parts({ report }: { report: Report }) {
  return (
    <div className={styles.columns}>
      {report.integrations.length > 0 && (
        <Section title={t`Connections`} note={report.integrations.length}>
          <ul className={styles.items}>
            {report.integrations.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                <b>{one.system}</b>
                <span className={styles.more}>
                  {{ in: t`Receives`, out: t`Sends`, both: t`Receives and sends` }[one.direction]}{' '}
                  {one.data.join(', ')}
                </span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {report.entities.length > 0 && (
        <Section title={t`Data`} note={report.entities.length}>
          <ul className={styles.items}>
            {report.entities.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                <b>{one.name}</b>
                <span className={styles.more}>
                  {one.attributes.map((attribute) => attribute.name).join(', ')}
                </span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {report.personal_data.length > 0 && (
        <Section title={t`Personal data`} note={report.personal_data.length}>
          <ul className={styles.items}>
            {report.personal_data.map((one) => (
              <Item key={one.id} evidence={one.evidence}>
                <b>{one.what}</b>
                <span className={styles.more}>{one.advice}</span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
      {report.stack.length > 0 && (
        <Section title={t`Stack`}>
          <ul className={styles.items}>
            {report.stack.map((one) => (
              <Item key={one.id} evidence={[]}>
                <b>
                  {one.layer}: {one.choice}
                </b>
                <span className={styles.more}>{one.reason}</span>
              </Item>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
