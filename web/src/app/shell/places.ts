/** The main places by name: rail, bottom bar, path and palette say the same. */
import { t } from '@lingui/core/macro';
import { Bot, House, ListTree, type LucideIcon } from 'lucide-react';

interface MainPlace {
  to: string;
  name: string;
  Icon: LucideIcon;
}

export function mainPlaces(): readonly MainPlace[] {
  return [
    { to: '/', name: t`Home`, Icon: House },
    { to: '/agents', name: t`Agents`, Icon: Bot },
    { to: '/runs', name: t`Runs`, Icon: ListTree },
  ];
}

/** What the first part of an address is called. */
export function placeName(part: string | undefined): string | undefined {
  const names: Record<string, string> = {
    '': t`Home`,
    agents: t`Agents`,
    'agent-runs': t`Agents at work`,
    runs: t`Runs`,
    notifications: t`Notifications`,
    audit: t`Audit`,
    settings: t`Settings`,
  };
  return names[part ?? ''];
}

export function projectPlaceName(part: string): string | undefined {
  const names: Record<string, string> = {
    board: t`Board`,
    tasks: t`Board`,
    analyses: t`Analyses`,
    activity: t`Activity`,
  };
  return names[part];
}
