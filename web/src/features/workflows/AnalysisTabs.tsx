import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { getRouteApi } from '@tanstack/react-router';
import type { Analysis, Workflow } from '@/api/types';
import { Tabs } from '@/components/Tabs';
import { isOver } from './progress';
import { ActorsTab } from './tabs/ActorsTab';
import { AutomationTab } from './tabs/AutomationTab';
import { DesignTab } from './tabs/DesignTab';
import { QualityTab } from './tabs/QualityTab';
import { RequirementsTab } from './tabs/RequirementsTab';
import { SummaryTab } from './tabs/SummaryTab';
import { TasksTab } from './tabs/TasksTab';
import { TechnicalTab } from './tabs/TechnicalTab';
import { VersionsTab } from './tabs/VersionsTab';
import styles from './tabs/tabs.module.css';

const route = getRouteApi('/app/projects/$projectId/analyses/$workflowId');

const names = [
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
type Name = (typeof names)[number];

/** Which analyst's work a tab shows. */
const analyst: Record<Name, string> = {
  summary: 'workflow-analyzer',
  tasks: 'task-decomposer',
  actors: 'actor-identifier',
  automation: 'automation-assessor',
  requirements: 'requirements-extractor',
  design: 'process-designer',
  quality: 'quality-analyzer',
  technical: 'technical-analyzer',
  versions: 'workflow-analyzer',
};

export function AnalysisTabs({ workflow }: { workflow: Workflow }) {
  const { tab = 'summary' } = route.useSearch();
  const navigate = route.useNavigate();
  const { analysis } = workflow;
  return (
    <div>
      <Tabs
        label={t`Results`}
        tabs={names.map((name) => ({
          name,
          label: label(name),
          count: analysis ? count(name, analysis) : undefined,
        }))}
        current={tab}
        onChange={(name) =>
          void navigate({
            search: (old) => ({ of: old.of, tab: name === 'summary' ? undefined : name }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        <div className={styles.panel}>
          <Panel name={tab} workflow={workflow} analysis={analysis} />
        </div>
      </Tabs>
    </div>
  );
}

const labels: Record<Name, MessageDescriptor> = {
  summary: msg`Summary`,
  tasks: msg`Tasks`,
  actors: msg`Actors`,
  automation: msg`Automation`,
  requirements: msg`Requirements`,
  design: msg`Design`,
  quality: msg`Quality`,
  technical: msg`Build tasks`,
  versions: msg`Versions`,
};

function label(name: Name): string {
  return i18n._(labels[name]);
}

function count(name: Name, analysis: Analysis): number | undefined {
  if (name === 'tasks') return analysis.tasks.length;
  if (name === 'actors') return analysis.actors.length;
  if (name === 'technical') return analysis.build_tasks.length;
  return undefined;
}

function Panel({ name, workflow, analysis }: { name: Name; workflow: Workflow; analysis: Analysis | null }) {
  const outputs = analysis?.analysts;
  if (analysis && outputs) {
    if (name === 'versions') return <VersionsTab workflow={workflow} />;
    if (name === 'summary' && outputs['workflow-analyzer']) {
      return <SummaryTab workflow={workflow} analysis={analysis} overview={outputs['workflow-analyzer']} />;
    }
    if (name === 'tasks' && outputs['task-decomposer'])
      return <TasksTab workflow={workflow} analysis={analysis} />;
    if (name === 'actors' && outputs['actor-identifier']) {
      return <ActorsTab workflow={workflow} analysis={analysis} report={outputs['actor-identifier']} />;
    }
    if (name === 'automation' && outputs['automation-assessor']) {
      return (
        <AutomationTab workflow={workflow} analysis={analysis} report={outputs['automation-assessor']} />
      );
    }
    if (name === 'requirements' && outputs['requirements-extractor']) {
      return <RequirementsTab report={outputs['requirements-extractor']} />;
    }
    if (name === 'design' && outputs['process-designer']) {
      return <DesignTab analysis={analysis} design={outputs['process-designer']} />;
    }
    if (name === 'quality' && outputs['quality-analyzer']) {
      return <QualityTab analysis={analysis} report={outputs['quality-analyzer']} />;
    }
    if (name === 'technical' && outputs['technical-analyzer']) {
      return <TechnicalTab workflow={workflow} analysis={analysis} report={outputs['technical-analyzer']} />;
    }
  }
  return <Missing name={name} workflow={workflow} />;
}

function Missing({ name, workflow }: { name: Name; workflow: Workflow }) {
  const who = workflow.analysts.find((one) => one.name === analyst[name]);
  if (who?.error) return <p className={styles.missing}>{who.error}</p>;
  const title = who?.title ?? t`The analyst`;
  if (who?.status === 'succeeded' && !isOver(workflow.status)) {
    return (
      <p className={styles.missing}>
        {t`${title} is done. The results are shown when all are put together.`}
      </p>
    );
  }
  return (
    <p className={styles.missing}>
      {isOver(workflow.status) ? t`${title} has delivered nothing here.` : t`${title} has not finished yet.`}
    </p>
  );
}
