/** The keys that work everywhere: to places by `g` and a letter, to the search, to the list of keys. */
import { t } from '@lingui/core/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useShortcuts, watchShortcuts } from '@/lib/shortcuts';

interface Doing {
  search: () => void;
  help: () => void;
}

export function useShellKeys({ search, help }: Doing): void {
  const navigate = useNavigate();
  const { projectId } = useParams({ strict: false });
  const params = { projectId: projectId ?? '' };
  useEffect(watchShortcuts, []);
  useShortcuts(t`Everywhere`, [
    { keys: '/', does: t`Search and commands`, run: search },
    { keys: '?', does: t`Keyboard shortcuts`, run: help },
    { keys: 'g h', does: t`Go to home`, run: () => void navigate({ to: '/' }) },
    { keys: 'g n', does: t`Go to notifications`, run: () => void navigate({ to: '/notifications' }) },
    { keys: 'g e', does: t`Go to agents`, run: () => void navigate({ to: '/agents' }) },
    { keys: 'g r', does: t`Go to runs`, run: () => void navigate({ to: '/runs' }) },
    { keys: 'g s', does: t`Go to settings`, run: () => void navigate({ to: '/settings' }) },
    ...(projectId
      ? [
          {
            keys: 'g o',
            does: t`Go to the project`,
            run: () => void navigate({ to: '/projects/$projectId', params }),
          },
          {
            keys: 'g b',
            does: t`Go to the board`,
            run: () => void navigate({ to: '/projects/$projectId/board', params }),
          },
          {
            keys: 'g l',
            does: t`Go to the analyses`,
            run: () => void navigate({ to: '/projects/$projectId/analyses', params }),
          },
          {
            keys: 'g f',
            does: t`Go to the activity`,
            run: () => void navigate({ to: '/projects/$projectId/activity', params }),
          },
        ]
      : []),
  ]);
}
