import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSubject } from '@/api/live';
import { keys } from '@/api/keys';
import type { Activity } from '@/api/types';
import { commentsKey, historyKey, refreshTasks } from '../board/queries';
import { activityOptions } from './queries';

interface Page {
  items: Activity[];
  next_cursor: string | null;
}

/** What the news of a moment are about. */
class Stale {
  tasks = new Set<string>();
  wholeBoard = false;
  feeds = false;
  kinds = new Set<string>();

  hear(activity: Activity): void {
    const { object, data } = activity;
    this.kinds.add(object.kind);
    if (object.kind === 'task') this.tasks.add(object.id);
    for (const id of listOf(data['released'])) this.tasks.add(id);
    if (object.kind === 'tasks') this.name(data['task_ids']);
  }

  /** Too many tasks for a message are not named. */
  name(ids: unknown): void {
    const known = listOf(ids);
    if (known.length === 0) this.wholeBoard = true;
    for (const id of known) this.tasks.add(id);
  }

  refresh(cache: QueryClient, projectId: string): void {
    if (this.wholeBoard) void cache.invalidateQueries({ queryKey: keys.tasks(projectId) });
    else if (this.tasks.size > 0) void refreshTasks(cache, projectId, this.tasks).catch(() => undefined);
    for (const id of this.tasks) {
      void cache.invalidateQueries({ queryKey: commentsKey(id) });
      void cache.invalidateQueries({ queryKey: historyKey(id) });
    }
    if (this.kinds.has('workflow')) void cache.invalidateQueries({ queryKey: keys.workflows(projectId) });
    void cache.invalidateQueries({ queryKey: keys.project(projectId), exact: true });
  }
}

function listOf(ids: unknown): string[] {
  return Array.isArray(ids) ? ids.map(String) : [];
}

const SOON = 250;

/** Keeps feed and board live: news go into the feed, and what they are about is read again. */
export function useActivityStream(projectId: string, onNews?: (activity: Activity) => void): void {
  const cache = useQueryClient();
  const pending = useRef<{ stale: Stale; timer: ReturnType<typeof setTimeout> | undefined }>({
    stale: new Stale(),
    timer: undefined,
  });
  useEffect(() => {
    const state = pending.current;
    return () => {
      clearTimeout(state.timer);
      state.timer = undefined;
    };
  }, [projectId]);
  useSubject(`project:${projectId}`, {
    onEvent: ({ event, data }) => {
      const state = pending.current;
      if (event === 'activity') {
        const activity = data as Activity;
        cache.setQueryData(activityOptions(projectId).queryKey, (old) => withActivity(old, activity));
        state.stale.hear(activity);
        onNews?.(activity);
      } else if (event === 'projects.tasks_reordered') {
        state.stale.name((data as { task_ids?: unknown }).task_ids);
      } else return;
      // Fourteen tasks sent at once are one reason to look again, not fourteen.
      state.timer ??= setTimeout(() => {
        const { stale } = state;
        state.timer = undefined;
        state.stale = new Stale();
        stale.refresh(cache, projectId);
      }, SOON);
    },
  });
}

/** Ids grow with time and are the feed's own order; places in the stream are forgotten with old events. */
export function newestFirst(a: Activity, b: Activity): number {
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

function withActivity<Param>(old: InfiniteData<Page, Param> | undefined, activity: Activity) {
  const first = old?.pages[0];
  if (!first || old.pages.some((page) => page.items.some((one) => one.id === activity.id))) return old;
  const items = [activity, ...first.items].sort(newestFirst);
  return { ...old, pages: [{ ...first, items }, ...old.pages.slice(1)] };
}
