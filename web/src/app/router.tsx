/** Every page of the application, listed once. Pages load when they are first opened. */
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { searchOf } from '@/features/audit/search';
import { storyOf } from '@/features/projects/activity/story';
import { choiceOf } from '@/features/projects/board/address';
import { page } from './page';
import { PageError } from './public/errors';
import { publicRoutes, root } from './public-routes';
import type { NotificationKind } from '@/api/types';
import { isSignedIn } from '@/api/session';
import { loadTexts } from '@/lib/language';
import {
  notificationKinds,
  type RunStatus,
  runStatuses,
  type SettingsTab,
  settingsTabs,
  type Step,
  steps,
} from './choices';
import { analysisSearch, listSearch } from './analyses-search';
import { count, flag, oneOf, type Raw, text } from './search';

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (raw: Raw): { step?: Step; project?: string } => ({
    step: oneOf(raw, 'step', steps),
    project: text(raw, 'project'),
  }),
  loader: () => loadTexts('inside'),
  component: page(() => import('./welcome/WelcomePage'), 'WelcomePage'),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: ({ location }) => {
    if (!isSignedIn()) throw redirect({ to: '/login', search: { next: location.href }, replace: true });
  },
  loader: () => loadTexts('inside'),
  staleTime: Infinity,
  component: page(() => import('./shell/Shell'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: page(() => import('@/features/projects/HomePage'), 'HomePage'),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  validateSearch: (raw: Raw): { tab?: SettingsTab } => ({ tab: oneOf(raw, 'tab', settingsTabs) }),
  component: page(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
});

const notifications = createRoute({
  getParentRoute: () => app,
  path: '/notifications',
  validateSearch: (raw: Raw): { kind?: NotificationKind; unread?: boolean } => ({
    kind: oneOf(raw, 'kind', notificationKinds),
    unread: flag(raw, 'unread'),
  }),
  component: page(() => import('@/features/notifications/NotificationsPage'), 'NotificationsPage'),
});

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: searchOf,
  component: page(() => import('@/features/audit/AuditPage'), 'AuditPage'),
});

const agents = createRoute({
  getParentRoute: () => app,
  path: '/agents',
  validateSearch: (raw: Raw): { find?: string; family?: string } => ({
    find: text(raw, 'find'),
    family: text(raw, 'family'),
  }),
  component: page(() => import('@/features/agents/LibraryPage'), 'LibraryPage'),
});

const newAgent = createRoute({
  getParentRoute: () => app,
  path: '/agents/new',
  validateSearch: (raw: Raw): { from?: string } => ({ from: text(raw, 'from') }),
  component: page(() => import('@/features/agents/WritePage'), 'NewAgentPage'),
});

const agent = createRoute({
  getParentRoute: () => app,
  path: '/agents/$name',
  validateSearch: (raw: Raw): { version?: number } => ({ version: count(raw, 'version') }),
  component: page(() => import('@/features/agents/AgentPage'), 'AgentPage'),
});

const editAgent = createRoute({
  getParentRoute: () => app,
  path: '/agents/$name/edit',
  component: page(() => import('@/features/agents/WritePage'), 'EditAgentPage'),
});

const giveWork = createRoute({
  getParentRoute: () => app,
  path: '/agents/$name/run',
  component: page(() => import('@/features/agent-runs/BeginPage'), 'BeginPage'),
});

const agentRuns = createRoute({
  getParentRoute: () => app,
  path: '/agent-runs',
  component: page(() => import('@/features/agent-runs/AgentRunsPage'), 'AgentRunsPage'),
});

const agentRun = createRoute({
  getParentRoute: () => app,
  path: '/agent-runs/$agentRunId',
  validateSearch: (raw: Raw): { at?: number } => ({ at: count(raw, 'at') }),
  component: page(() => import('@/features/agent-runs/AgentRunPage'), 'AgentRunPage'),
});

const runs = createRoute({
  getParentRoute: () => app,
  path: '/runs',
  validateSearch: (raw: Raw): { status?: RunStatus } => ({ status: oneOf(raw, 'status', runStatuses) }),
  component: page(() => import('@/features/orchestration/RunsPage'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => app,
  path: '/runs/$runId',
  component: page(() => import('@/features/orchestration/RunPage'), 'RunPage'),
});

const step = createRoute({
  getParentRoute: () => run,
  path: '/steps/$stepId',
  validateSearch: (raw: Raw): { show?: 'input' | 'output' } => ({
    show: oneOf(raw, 'show', ['input', 'output'] as const),
  }),
  component: page(() => import('@/features/orchestration/StepPanel'), 'StepPanel'),
});

const project = createRoute({
  getParentRoute: () => app,
  path: '/projects/$projectId',
  component: page(() => import('@/features/projects/ProjectLayout'), 'ProjectLayout'),
});

const overview = createRoute({
  getParentRoute: () => project,
  path: '/',
  component: page(() => import('./overview/OverviewPage'), 'OverviewPage'),
});

const analyses = createRoute({
  getParentRoute: () => project,
  path: '/analyses',
  validateSearch: listSearch,
  component: page(() => import('@/features/workflows/AnalysesPage'), 'AnalysesPage'),
});

const newAnalysis = createRoute({
  getParentRoute: () => project,
  path: '/analyses/new',
  validateSearch: (raw: Raw): { sample?: string } => ({ sample: text(raw, 'sample') }),
  component: page(() => import('@/features/workflows/NewAnalysisPage'), 'NewAnalysisPage'),
});

const analysis = createRoute({
  getParentRoute: () => project,
  path: '/analyses/$workflowId',
  validateSearch: analysisSearch,
  component: page(() => import('@/features/workflows/AnalysisPage'), 'AnalysisPage'),
});

const work = createRoute({
  getParentRoute: () => project,
  id: 'work',
  validateSearch: choiceOf,
  component: page(() => import('@/features/projects/board/BoardPage'), 'BoardPage'),
});

const board = createRoute({ getParentRoute: () => work, path: '/board' });

const task = createRoute({
  getParentRoute: () => work,
  path: '/tasks/$taskId',
  component: page(() => import('@/features/projects/board/TaskPanel'), 'TaskPanel'),
});

/** Where tasks used to be; links in old mails and notes still lead there. */
const oldTask = createRoute({
  getParentRoute: () => project,
  path: '/board/$taskId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$projectId/tasks/$taskId', params, replace: true });
  },
});

const activity = createRoute({
  getParentRoute: () => project,
  path: '/activity',
  validateSearch: storyOf,
  component: page(() => import('@/features/projects/activity/ActivityPage'), 'ActivityPage'),
});

const tools = createRoute({
  getParentRoute: () => project,
  path: '/tools',
  component: page(() => import('@/features/agents/servers/ServersPage'), 'ServersPage'),
});

const routeTree = root.addChildren([
  ...publicRoutes,
  welcome,
  app.addChildren([
    home,
    settings,
    notifications,
    audit,
    agents,
    newAgent,
    agent,
    editAgent,
    giveWork,
    agentRuns,
    agentRun,
    runs,
    run.addChildren([step]),
    project.addChildren([
      overview,
      analyses,
      newAnalysis,
      analysis,
      work.addChildren([board, task]),
      oldTask,
      activity,
      tools,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: PageError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
