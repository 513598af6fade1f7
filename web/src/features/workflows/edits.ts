/** Edits of an analysis: typed operations on the revision that is shown, taken back and done again. */
import { t } from '@lingui/core/macro';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import { Problem } from '@/api/problem';
import type { components } from '@/api/schema';
import { workflowOptions } from './queries';
import { toast, toastError } from '@/components/toast-store';

type Body = components['schemas']['NewEdits'];
export type Operation = Body['operations'][number];
export type EditLog = components['schemas']['EditLog'];
type Way = 'undo' | 'redo';

export function editsOptions(workflowId: string) {
  return queryOptions({
    queryKey: keys.edits(workflowId),
    queryFn: ({ signal }) =>
      data(
        client.GET('/api/v1/workflows/{workflow_id}/edits', {
          params: { path: { workflow_id: workflowId } },
          signal,
        }),
      ),
  });
}

/** Everything that shows the analysis is asked for again; what others did meanwhile is shown with calm words. */
function useAfterwards(workflowId: string) {
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all(
      [keys.workflow, keys.diagram, keys.edits, keys.versions].map((key) =>
        cache.invalidateQueries({ queryKey: key(workflowId) }),
      ),
    );
  return {
    onSuccess: (log: EditLog) => {
      cache.setQueryData(editsOptions(workflowId).queryKey, log);
      cache.setQueryData(
        workflowOptions(workflowId).queryKey,
        (old) => old && { ...old, revision: log.revision },
      );
      void refresh();
    },
    onError: (error: Error) => {
      if (error instanceof Problem && error.code === 'stale_revision') {
        toast(
          t`Somebody changed this analysis meanwhile. It is shown as it is now; repeat your edit if it still fits.`,
        );
        void refresh();
      } else toastError(error);
    },
  };
}

export function useEdit(workflowId: string, base: number) {
  return useMutation({
    mutationFn: (operations: Operation[]) =>
      data(
        client.POST('/api/v1/workflows/{workflow_id}/edits', {
          params: { path: { workflow_id: workflowId } },
          body: { base, operations },
        }),
      ),
    ...useAfterwards(workflowId),
  });
}

/** Takes the newest edit back, or does it again; quick presses wait for each other, each on what the last one left. */
export function useStep(workflowId: string, shown: number) {
  const cache = useQueryClient();
  return useMutation({
    scope: { id: `edits of ${workflowId}` },
    mutationFn: (way: Way) => {
      const log = cache.getQueryData(editsOptions(workflowId).queryKey);
      const from = way === 'undo' ? 'applied' : 'undone';
      if (log && !log.items.some((one) => one.state === from)) return Promise.resolve(log);
      const body = { base: log?.revision ?? shown };
      const given = { params: { path: { workflow_id: workflowId } }, body };
      return data(
        way === 'undo'
          ? client.POST('/api/v1/workflows/{workflow_id}/edits/undo', given)
          : client.POST('/api/v1/workflows/{workflow_id}/edits/redo', given),
      );
    },
    ...useAfterwards(workflowId),
  });
}

/** What a dialog says when the analysis is another one than when it was opened. */
export function changedMeanwhile(): string {
  return t`Somebody changed this analysis while you were here. Behind this dialog it is shown as it is now; what you entered is kept.`;
}
