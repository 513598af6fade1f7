/** What the events of a running analysis change in what is known of it. Pure, so that replays do no harm. */
import type { Analyst, Workflow, WorkflowStatus } from '@/api/types';

const terminal: readonly WorkflowStatus[] = ['completed', 'partial', 'failed', 'cancelled'];

export function isOver(status: WorkflowStatus): boolean {
  return terminal.includes(status);
}

interface AnalystEvent {
  name: string;
  status: Analyst['status'];
  summary?: string | null;
}

export function withAnalyst(workflow: Workflow, event: AnalystEvent): Workflow {
  // The stream begins with "queued", whenever one starts to listen; a working analyst is later news.
  const status = workflow.status === 'queued' && event.status === 'running' ? 'running' : workflow.status;
  const analysts = workflow.analysts.map((analyst) =>
    // The stream tells the whole story again to whoever joins late; what has succeeded stays so.
    analyst.name === event.name && analyst.status !== 'succeeded'
      ? { ...analyst, status: event.status, summary: event.summary ?? analyst.summary }
      : analyst,
  );
  return { ...workflow, status, analysts };
}

export function withStatus(workflow: Workflow, status: WorkflowStatus): Workflow {
  // An ended analysis never runs again under the same id; a late event must not reopen it.
  return isOver(workflow.status) ? workflow : { ...workflow, status };
}

export function finishedCount(analysts: readonly Analyst[]): number {
  return analysts.filter((one) => ['succeeded', 'failed', 'skipped', 'cancelled'].includes(one.status))
    .length;
}
