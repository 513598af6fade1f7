import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AgentCall, AgentRun } from '@/api/types';
import type { Shape } from '@/components/StatusMark';

interface Look {
  label: MessageDescriptor;
  shape: Shape;
}

export type State = AgentRun['state'];
export type Mode = AgentRun['mode'];

export const runLook: Record<State, Look> = {
  queued: { label: msg`Next in line`, shape: 'ring' },
  working: { label: msg`At work`, shape: 'spinner' },
  asking: { label: msg`Waits for a person`, shape: 'pause' },
  delegating: { label: msg`Others work for it`, shape: 'half' },
  stopped: { label: msg`Rests`, shape: 'pause' },
  done: { label: msg`Done`, shape: 'check' },
  failed: { label: msg`Failed`, shape: 'cross' },
  cancelled: { label: msg`Cancelled`, shape: 'dash' },
};

export const callLook: Record<AgentCall['state'], Look> = {
  planned: { label: msg`Next`, shape: 'ring' },
  asked: { label: msg`Waits for a person`, shape: 'pause' },
  begun: { label: msg`Under way`, shape: 'spinner' },
  handed_on: { label: msg`Handed on`, shape: 'half' },
  done: { label: msg`Done`, shape: 'check' },
  failed: { label: msg`Failed`, shape: 'cross' },
  denied: { label: msg`Refused`, shape: 'dash' },
  unknown: { label: msg`Outcome unknown`, shape: 'partial' },
  dropped: { label: msg`Not made`, shape: 'dash' },
};

export const modeNames: Record<Mode, MessageDescriptor> = {
  plan: msg`Plan only`,
  ask: msg`Ask first`,
  accept_edits: msg`Edits allowed`,
  autonomous: msg`Autonomous`,
};

export const modeWords: Record<Mode, MessageDescriptor> = {
  plan: msg`Reads and plans; changes nothing.`,
  ask: msg`Asks before each write, command and fetch.`,
  accept_edits: msg`Changes files without asking; asks before commands.`,
  autonomous: msg`Asks for nothing; its worktree and the sandbox are its walls.`,
};

export const modes = Object.keys(modeNames) as Mode[];

const over = new Set<State>(['done', 'failed', 'cancelled']);

export function isOver(state: State): boolean {
  return over.has(state);
}

/** What an agent run is called: the first line of what was asked for. */
export function titleOf(request: string): string {
  const first = request.trim().split('\n')[0] ?? '';
  return first.length <= 120 ? first : `${first.slice(0, 119)}…`;
}
