import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isCut, useConnection } from '@/api/live';
import type { Workflow } from '@/api/types';
import { QueryError } from '@/components/QueryError';
import { useTitle } from '@/lib/use-title';
import { AnalysisHead } from './AnalysisHead';
import styles from './AnalysisPage.module.css';
import { AnalysisSkeleton } from './AnalysisSkeleton';
import { AnalysisTabs } from './AnalysisTabs';
import { EditBar } from './EditBar';
import { Flags } from './Flags';
import { LightContext, LightStore } from './light';
import { ProcessDiagram } from './ProcessDiagram';
import { isOver } from './progress';
import { workflowOptions } from './queries';
import { SourceText } from './SourceText';
import { StageLine } from './StageLine';
import { useNews } from './use-news';
import { useProgress } from './use-progress';

const route = getRouteApi('/app/projects/$projectId/analyses/$workflowId');

export function AnalysisPage() {
  const { workflowId } = route.useParams();
  const workflow = useQuery(workflowOptions(workflowId));
  useTitle(workflow.data?.title, t`Analysis`);
  if (workflow.isPending) return <AnalysisSkeleton />;
  if (!workflow.data) return <QueryError query={workflow} />;
  return <Analysis key={workflowId} workflow={workflow.data} />;
}

function Analysis({ workflow }: { workflow: Workflow }) {
  const light = useMemo(() => new LightStore(), []);
  const connection = useConnection();
  useProgress(workflow);
  useNews(workflow);
  const { analysis } = workflow;
  return (
    <LightContext value={light}>
      <div className={styles.page}>
        <AnalysisHead workflow={workflow} reconnecting={!isOver(workflow.status) && isCut(connection)} />
        <StageLine analysts={workflow.analysts} />
        {isOver(workflow.status) && <EditBar workflow={workflow} />}
        <Flags flags={analysis?.flags ?? []} />
        <div className={styles.split}>
          <div className={styles.source}>
            <SourceText description={workflow.description} analysis={analysis} />
          </div>
          <div className={styles.result}>
            <ProcessDiagram workflow={workflow} />
            <AnalysisTabs workflow={workflow} />
          </div>
        </div>
      </div>
    </LightContext>
  );
}
