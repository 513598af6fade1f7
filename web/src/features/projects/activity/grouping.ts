/** Turns a long list of activities into a short story: what one actor did in one go is one line. Pure. */
import type { Activity } from '@/api/types';

export interface Group {
  /** Stable while older activities are loaded below it. */
  key: string;
  actor: Activity['actor'];
  at: string;
  activities: Activity[];
}

export interface Day {
  name: string;
  groups: Group[];
}

const IN_ONE_GO = 2 * 60_000;

export function groupsOf(activities: readonly Activity[]): Group[] {
  const groups: Group[] = [];
  for (const activity of activities) {
    const group = groups.at(-1);
    const last = group?.activities.at(-1);
    if (group && last && belongs(last, activity) && fits(group, activity)) group.activities.push(activity);
    else groups.push({ key: activity.id, actor: activity.actor, at: activity.at, activities: [activity] });
  }
  return groups;
}

/** By the same actor shortly before: the same deed on the same kind of thing, or several deeds on one thing. */
function belongs(newer: Activity, older: Activity): boolean {
  return (
    newer.actor.kind === older.actor.kind &&
    newer.actor.name === older.actor.name &&
    newer.object.kind === older.object.kind &&
    (newer.verb === older.verb || newer.object.id === older.object.id) &&
    Date.parse(newer.at) - Date.parse(older.at) <= IN_ONE_GO
  );
}

/** A group is about one deed or about one thing, never a mixture. */
function fits({ activities }: Group, activity: Activity): boolean {
  const all = [...activities, activity];
  return isAboutOne(all) || all.every((one) => one.verb === activity.verb);
}

/** Whether everything in a group happened to the same thing. */
export function isAboutOne(activities: readonly Activity[]): boolean {
  return activities.every((one) => one.object.id === activities[0]?.object.id);
}

export function daysOf(groups: readonly Group[], nameOf: (iso: string) => string): Day[] {
  const days: Day[] = [];
  for (const group of groups) {
    const name = nameOf(group.at);
    const day = days.at(-1);
    if (day?.name === name) day.groups.push(group);
    else days.push({ name, groups: [group] });
  }
  return days;
}
