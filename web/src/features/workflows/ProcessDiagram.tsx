import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Workflow } from '@/api/types';
import { progressOf } from './board-progress';
import { Diagram } from './Diagram';
import { DiagramHead } from './DiagramHead';
import type { State } from './export-urls';
import { marksOf } from './marks';
import type { Picture } from './pictures';
import { isOver } from './progress';
import { comparisonOptions, nameOf, pairOf, versionsOptions } from './versions';

const route = getRouteApi('/app/projects/$projectId/analyses/$workflowId');

/** The process as it is or could be, with the work on the board; beside the versions, one of the two that are compared. */
export function ProcessDiagram({ workflow }: { workflow: Workflow }) {
  const { tab } = route.useSearch();
  const over = isOver(workflow.status);
  const ready = over && (workflow.analysis?.tasks.length ?? 0) > 0;
  const Shown = tab === 'versions' && ready ? Compared : Current;
  return <Shown workflow={workflow} ready={ready} over={over} />;
}

interface Props {
  workflow: Workflow;
  ready: boolean;
  over: boolean;
}

function Current({ workflow, ready, over }: Props) {
  const of: State = route.useSearch().of === 'to_be' ? 'to_be' : 'as_is';
  const navigate = route.useNavigate();
  const { analysis, board } = workflow;
  const marks = useMemo(() => progressOf(analysis, board), [analysis, board]);
  const picture = useMemo<Picture>(() => ({ of }), [of]);
  return (
    <Diagram
      workflowId={workflow.id}
      analysis={analysis}
      picture={picture}
      marks={marks}
      ready={ready}
      over={over}
      head={
        <DiagramHead
          label={t`State of the process`}
          choices={[
            { value: 'as_is', label: t`As it is` },
            { value: 'to_be', label: t`As it could be` },
          ]}
          chosen={of}
          choose={(value) =>
            void navigate({
              search: (old) => ({ ...old, of: value === 'as_is' ? undefined : value }),
              replace: true,
              resetScroll: false,
            })
          }
          marks={marks}
        />
      }
    />
  );
}

function Compared({ workflow, ready, over }: Props) {
  const { before, after, side: wanted } = route.useSearch();
  const side = wanted === 'before' ? 'before' : 'after';
  const navigate = route.useNavigate();
  const versions = useQuery(versionsOptions(workflow.id));
  const pair = useMemo(() => pairOf(versions.data ?? [], before, after), [versions.data, before, after]);
  const comparison = useQuery(comparisonOptions(workflow.id, pair));
  const marks = useMemo(() => marksOf(comparison.data ?? [], side), [comparison.data, side]);
  const version = pair?.[side] ?? { number: workflow.version, edited: workflow.edits > 0 };
  return (
    <Diagram
      workflowId={workflow.id}
      analysis={workflow.analysis}
      picture={{ version }}
      marks={marks}
      ready={ready && pair !== undefined}
      over={over}
      head={
        pair && (
          <DiagramHead
            label={t`Version in the diagram`}
            choices={[
              { value: 'before', label: nameOf(pair.before) },
              { value: 'after', label: nameOf(pair.after) },
            ]}
            chosen={side}
            choose={(value) =>
              void navigate({
                search: (old) => ({ ...old, side: value === 'after' ? undefined : value }),
                replace: true,
                resetScroll: false,
              })
            }
            marks={marks}
          />
        )
      }
    />
  );
}
