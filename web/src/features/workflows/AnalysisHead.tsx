import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import type { Workflow } from '@/api/types';
import { Button, buttonClass } from '@/components/Button';
import { StatusMark } from '@/components/StatusMark';
import { Time } from '@/components/Time';
import { toast, toastError } from '@/components/toast-store';
import { AnalyzeAgain } from './AnalyzeAgain';
import styles from './AnalysisHead.module.css';
import { DeleteAnalysis } from './DeleteAnalysis';
import { domainWords } from './domains';
import { ExportMenu } from './ExportMenu';
import { isOver } from './progress';
import { useSendToBoard } from './queries';
import { workflowLook } from './status';

export function AnalysisHead({ workflow, reconnecting }: { workflow: Workflow; reconnecting: boolean }) {
  const look = workflowLook[workflow.status];
  const domain = workflow.analysis?.domain ?? workflow.domain;
  const tasks = workflow.analysis?.tasks.length ?? 0;
  const buildTasks = workflow.analysis?.build_tasks.length ?? 0;
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{workflow.title}</h1>
        <p className={styles.meta}>
          <span className={styles.status}>
            <StatusMark shape={look.shape} />
            {i18n._(look.label)}
          </span>
          {domain && <span className={styles.domain}>{domainWords(domain)}</span>}
          <Time at={workflow.created_at} />
          <Link to="/runs/$runId" params={{ runId: workflow.run_id }}>
            {t`Steps of the run`}
          </Link>
          {reconnecting && !isOver(workflow.status) && (
            <span role="status">{t`Connection lost, trying again. The analysis goes on.`}</span>
          )}
        </p>
      </div>
      {isOver(workflow.status) && (
        <div className={styles.actions}>
          <DeleteAnalysis workflow={workflow} />
          <AnalyzeAgain workflow={workflow} />
          {tasks > 0 && <ExportMenu workflowId={workflow.id} />}
          {buildTasks > 0 && <SendToBoard workflow={workflow} buildTasks={buildTasks} />}
        </div>
      )}
    </header>
  );
}

function SendToBoard({ workflow, buildTasks }: { workflow: Workflow; buildTasks: number }) {
  const projectId = workflow.project_id;
  const send = useSendToBoard(workflow.id, projectId);
  const all = workflow.tasks_sent.length >= buildTasks;
  return (
    <>
      <Button
        look={all ? 'plain' : 'primary'}
        busy={send.isPending}
        onClick={() => {
          send.mutate(
            {},
            {
              onSuccess: ({ created }) => {
                toast(sentText(created));
              },
              onError: toastError,
            },
          );
        }}
      >
        {t`Send to board`}
      </Button>
      {workflow.tasks_sent.length > 0 && (
        <Link
          to="/projects/$projectId/board"
          params={{ projectId }}
          className={buttonClass(all ? 'primary' : 'plain')}
        >
          {t`Open board`}
        </Link>
      )}
    </>
  );
}

function sentText(created: number): string {
  if (created === 0) return t`All tasks are on the board already.`;
  return plural(created, { one: 'One task is on the board now.', other: '# tasks are on the board now.' });
}
