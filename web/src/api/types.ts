/** The names the pages use for what the server sends. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Instance = Schemas['Instance'];
export type MailSummary = Schemas['MailSummary'];
export type Mail = Schemas['Mail'];
export type Project = Schemas['Project'];
export type Task = Schemas['Task'];
export type TaskStatus = Task['status'];
export type Priority = Task['priority'];
export type TaskUpdate = Schemas['TaskUpdate'];
export type TaskCreate = Schemas['TaskCreate'];
export type Activity = Schemas['Activity'];
export type WorkflowSummary = Schemas['WorkflowSummary'];
export type WorkflowStatus = WorkflowSummary['status'];
export type Workflow = Schemas['Workflow'];
export type Analyst = Schemas['Analyst'];
export type AnalystStatus = Analyst['status'];
export type Sample = Schemas['Sample'];
export type Analysis = NonNullable<Workflow['analysis']>;
export type AnalystOutputs = Analysis['analysts'];
export type Flag = Analysis['flags'][number];
export type BuildTask = Analysis['build_tasks'][number];
export type Span = { start: number; end: number };
