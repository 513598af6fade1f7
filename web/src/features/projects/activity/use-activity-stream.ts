import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Connection, openStream } from '@/api/events';
import { keys } from '@/api/keys';
import type { Activity } from '@/api/types';
import { activityOptions } from './queries';

interface Page {
  items: Activity[];
  next_cursor: string | null;
}

/** Keeps the feed live, and marks as stale what the news are about. */
export function useActivityStream(projectId: string): Connection {
  const cache = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const { queryKey } = activityOptions(projectId);
    const known = cache.getQueryData(queryKey)?.pages[0]?.items[0]?.position;
    const stale = new Set<string>();
    let lost = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      if (stale.has('task')) void cache.invalidateQueries({ queryKey: keys.tasks(projectId) });
      if (stale.has('workflow')) void cache.invalidateQueries({ queryKey: keys.workflows(projectId) });
      void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
      stale.clear();
    };
    const close = openStream({
      path: `${window.location.origin}/api/v1/projects/${projectId}/activity/stream`,
      lastEventId: known == null ? null : String(known),
      onConnection: (state) => {
        setConnection(state);
        if (state === 'waiting') lost = true;
        if (state !== 'live' || !lost) return;
        // The stream resumes where it was; one that had brought nothing yet knows no place, and what failed is still missing.
        lost = false;
        void cache.invalidateQueries({ queryKey });
        for (const kind of ['task', 'workflow']) stale.add(kind);
        refresh();
        void cache.refetchQueries({ predicate: (query) => query.state.status === 'error' });
      },
      onEvent: ({ event, data }) => {
        if (event !== 'activity') return;
        const activity = JSON.parse(data) as Activity;
        cache.setQueryData(queryKey, (old) => withActivity(old, activity));
        stale.add(activity.object.kind);
        // Fourteen tasks sent at once are one reason to look again, not fourteen.
        timer ??= setTimeout(refresh, 250);
      },
    });
    return () => {
      close();
      clearTimeout(timer);
    };
  }, [projectId, cache]);
  return connection;
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
