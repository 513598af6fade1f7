import { t } from '@lingui/core/macro';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouterState } from '@tanstack/react-router';
import { keys } from '@/api/keys';
import type { Task } from '@/api/types';
import { agentRunOptions } from '@/features/agent-runs/queries';
import { projectOptions } from '@/features/projects/queries';
import { runOptions } from '@/features/orchestration/queries';
import { workflowOptions } from '@/features/workflows/queries';
import { placeName, projectPlaceName } from './places';
import styles from './TopLine.module.css';

/** Where the reader is, as links. */
export function Path() {
  const { projectId, workflowId, runId, agentRunId, taskId, name } = useParams({ strict: false });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const place = pathname.split('/')[projectId ? 3 : 1];
  return (
    <nav aria-label={t`Path`} style={{ flex: 1, minWidth: 0 }}>
      <ol className={styles.path}>
        {projectId ? (
          <ProjectPath
            projectId={projectId}
            place={place}
            workflowId={workflowId}
            taskId={taskId}
            fresh={pathname.endsWith('/new')}
          />
        ) : place === 'agents' ? (
          <AgentPath at={name ?? (pathname.endsWith('/new') ? t`New agent` : undefined)} />
        ) : agentRunId ? (
          <AgentRunPath id={agentRunId} />
        ) : runId ? (
          <RunPath id={runId} />
        ) : (
          <li>
            <span aria-current="page">{placeName(place) ?? t`Home`}</span>
          </li>
        )}
      </ol>
    </nav>
  );
}

function AgentPath({ at }: { at: string | undefined }) {
  if (at === undefined)
    return (
      <li>
        <span aria-current="page">{t`Agents`}</span>
      </li>
    );
  return (
    <>
      <li>
        <Link to="/agents">{t`Agents`}</Link>
      </li>
      <li>
        <span className={styles.slash}>/</span>
        <span aria-current="page">{at}</span>
      </li>
    </>
  );
}

interface ProjectPathProps {
  projectId: string;
  place: string | undefined;
  workflowId: string | undefined;
  taskId: string | undefined;
  fresh: boolean;
}

function ProjectPath({ projectId, place, workflowId, taskId, fresh }: ProjectPathProps) {
  const project = useQuery({ ...projectOptions(projectId), throwOnError: false });
  const name = project.data?.name ?? '…';
  const deeper = place === 'analyses' && (workflowId ?? fresh);
  return (
    <>
      <li>
        {place ? (
          <Link to="/projects/$projectId" params={{ projectId }}>
            {name}
          </Link>
        ) : (
          <span aria-current="page">{name}</span>
        )}
      </li>
      {place && (
        <li>
          <span className={styles.slash}>/</span>
          {deeper ? (
            <Link to="/projects/$projectId/analyses" params={{ projectId }}>
              {t`Analyses`}
            </Link>
          ) : taskId ? (
            <Link to="/projects/$projectId/board" params={{ projectId }}>
              {projectPlaceName('board')}
            </Link>
          ) : (
            <span aria-current="page">{projectPlaceName(place) ?? place}</span>
          )}
        </li>
      )}
      {taskId && (
        <li>
          <span className={styles.slash}>/</span>
          <TaskName projectId={projectId} id={taskId} />
        </li>
      )}
      {deeper && (
        <li>
          <span className={styles.slash}>/</span>
          {workflowId ? <WorkflowName id={workflowId} /> : <span aria-current="page">{t`New analysis`}</span>}
        </li>
      )}
    </>
  );
}

/** The board beside it reads the tasks; the path only looks. */
function TaskName({ projectId, id }: { projectId: string; id: string }) {
  const tasks = useQuery<Task[]>({ queryKey: keys.tasks(projectId), queryFn: skipToken });
  const task = tasks.data?.find((one) => one.id === id);
  return <span aria-current="page">{task ? `#${task.number} ${task.title}` : '…'}</span>;
}

function WorkflowName({ id }: { id: string }) {
  const workflow = useQuery({ ...workflowOptions(id), throwOnError: false });
  return <span aria-current="page">{workflow.data?.title ?? '…'}</span>;
}

function AgentRunPath({ id }: { id: string }) {
  const run = useQuery({ ...agentRunOptions(id), throwOnError: false });
  return (
    <>
      <li>
        <Link to="/agent-runs">{placeName('agent-runs')}</Link>
      </li>
      <li>
        <span className={styles.slash}>/</span>
        <span aria-current="page">{run.data?.request.trim().split('\n')[0] ?? '…'}</span>
      </li>
    </>
  );
}

function RunPath({ id }: { id: string }) {
  const run = useQuery({ ...runOptions(id), throwOnError: false });
  return (
    <>
      <li>
        <Link to="/runs">{t`Runs`}</Link>
      </li>
      <li>
        <span className={styles.slash}>/</span>
        <span aria-current="page">{run.data?.about?.title ?? '…'}</span>
      </li>
    </>
  );
}
