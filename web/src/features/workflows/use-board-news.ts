import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import { useSubject } from '@/api/live';
import type { Workflow } from '@/api/types';

/** What becomes of build tasks on the board is shown here as soon as it is told in the project. */
export function useBoardNews({ id, project_id, board }: Workflow): void {
  const cache = useQueryClient();
  useSubject(board.length > 0 ? `project:${project_id}` : null, {
    onEvent: () => void cache.invalidateQueries({ queryKey: keys.workflow(id) }),
  });
}
