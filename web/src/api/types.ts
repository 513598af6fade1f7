/** The names the pages use for what the server sends. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['Me'];
export type Instance = Schemas['Instance'];
export type MailSummary = Schemas['MailSummary'];
export type Mail = Schemas['MailRead'];
export type Project = Schemas['Project'];
export type Task = Schemas['Task'];
export type TaskStatus = Task['status'];
export type Priority = Task['priority'];
/** What the pages change in a task; the server takes more. */
export type TaskUpdate = Partial<
  Pick<
    Task,
    | 'status'
    | 'title'
    | 'description'
    | 'position'
    | 'priority'
    | 'acceptance'
    | 'labels'
    | 'estimate'
    | 'assignee'
    | 'starts_on'
    | 'due_on'
    | 'depends_on'
  >
>;
export type BulkChange = Partial<Schemas['BulkChange']>;
export type Comment = Schemas['Comment'];
export type TaskHistoryEntry = Schemas['TaskHistoryEntry'];
export type Person = Schemas['Person'];
export type TaskCreate = Schemas['TaskCreate'];
export type Activity = Schemas['Activity'];
export type WorkflowSummary = Schemas['WorkflowSummary'];
export type WorkflowStatus = WorkflowSummary['status'];
export type Workflow = Schemas['WorkflowRead'];
export type Analyst = Schemas['AnalystState'];
export type AnalystStatus = Analyst['status'];
export type Sample = Schemas['SampleRead'];
export type Analysis = Schemas['Analysis'];
export type AnalystOutputs = Schemas['AnalystOutputs'];
export type Flag = Schemas['Flag'];
export type BuildTask = Schemas['BuildTask'];
export type AgentSummary = Schemas['AgentSummary'];
export type Agent = Schemas['AgentRead'];
export type AgentFault = Schemas['FaultRead'];
export type AgentContractField = Schemas['AgentContractField'];
export type AgentChoice = Schemas['AgentChoice'];
export type AgentRun = Schemas['AgentRunRead'];
export type AgentRunSummary = Schemas['AgentRunSummary'];
export type AgentCall = Schemas['AgentCallRead'];
export type FileChange = Schemas['FileChangeRead'];
export type BudgetGiven = Schemas['BudgetGiven'];
export type NewAgentRun = Schemas['NewAgentRun'];
export type Settlement = Schemas['Settlement'];
export type FileConflict = Schemas['ConflictRead'];
export type AccountChange = Schemas['AccountChange'];
export type Notification = Schemas['NotificationRead'];
export type NotificationKind = Notification['kind'];
export type AuditEntry = Schemas['AuditEntryRead'];
export type AuditOutcome = AuditEntry['outcome'];
export type Found = Schemas['Found'];
export type Onboarding = Schemas['Onboarding'];
export type RunSummary = Schemas['RunSummaryRead'];
export type Run = Schemas['RunRead'];
export type RunStatus = Run['status'];
export type Step = Schemas['StepDetailRead'];
export type StepStatus = Step['status'];
export type Attempt = Schemas['AttemptRead'];
export type Usage = Schemas['UsageRead'];
export type MeasureUsage = Schemas['MeasureUsage'];
export type ModelSettings = Schemas['ModelSettingsRead'];
export type ModelSettingsWrite = Schemas['ModelSettingsWrite'];
export type ModelTrial = Schemas['ModelTrial'];
export type Archive = Schemas['ArchiveRead'];
export type DeletionPreview = Schemas['DeletionPreview'];
