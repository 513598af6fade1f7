import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSubject } from '@/api/live';
import { keys } from '@/api/keys';
import type { Activity } from '@/api/types';
import { activityOptions } from './queries';

interface Page {
  items: Activity[];
  next_cursor: string | null;
}

/** Keeps the feed live, and marks as stale what the news are about. */
export function useActivityStream(projectId: string): void {
  const cache = useQueryClient();
  const stale = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [projectId]);
  useSubject(`project:${projectId}`, {
    onEvent: ({ event, data }) => {
      if (event !== 'activity') return;
      const activity = data as Activity;
      cache.setQueryData(activityOptions(projectId).queryKey, (old) => withActivity(old, activity));
      stale.current.add(activity.object.kind);
      // Fourteen tasks sent at once are one reason to look again, not fourteen.
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        if (stale.current.has('task')) void cache.invalidateQueries({ queryKey: keys.tasks(projectId) });
        if (stale.current.has('workflow'))
          void cache.invalidateQueries({ queryKey: keys.workflows(projectId) });
        void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
        stale.current.clear();
      }, 250);
    },
  });
}

/** An activity without a position was stored a moment ago: it is the newest. */
function newestFirst(a: Activity, b: Activity): number {
  return (b.position ?? Infinity) - (a.position ?? Infinity) || 0;
}

function withActivity<Param>(old: InfiniteData<Page, Param> | undefined, activity: Activity) {
  const first = old?.pages[0];
  if (!first || old.pages.some((page) => page.items.some((one) => one.id === activity.id))) return old;
  const items = [activity, ...first.items].sort(newestFirst);
  return { ...old, pages: [{ ...first, items }, ...old.pages.slice(1)] };
}
