/** What addresses may choose between. */
import type { NotificationKind } from '@/api/types';

export const steps = ['project', 'create', 'sample'] as const;
export type Step = (typeof steps)[number];

export const tabs = [
  'summary',
  'tasks',
  'actors',
  'automation',
  'requirements',
  'design',
  'quality',
  'technical',
  'versions',
] as const;
export type Tab = (typeof tabs)[number];

export const settingsTabs = [
  'profile',
  'security',
  'connections',
  'keys',
  'notifications',
  'organization',
  'team',
  'usage',
  'models',
  'data',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

export const notificationKinds = [
  'analysis_finished',
  'analysis_failed',
  'task_assigned',
  'mentioned',
  'commented',
  'dead_letter',
] as const satisfies readonly NotificationKind[];

export const runStatuses = [
  'queued',
  'running',
  'paused',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const;
export type RunStatus = (typeof runStatuses)[number];
