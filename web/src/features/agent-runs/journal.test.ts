import { expect, test } from 'vitest';
import type { AgentCall } from '@/api/types';
import { brief, diffLines, journalOf, planned, sizeOf } from './journal';

function call(number: number, turn: number): AgentCall {
  return {
    number,
    turn,
    tool: 'Read',
    effect: 'read',
    arguments: { file_path: `${number}.txt` },
    state: 'done',
    result: null,
    changes: [],
    child_id: null,
    decided_by: null,
    begun_at: null,
    ended_at: null,
  };
}

test('in each turn words come before deeds, and an answer in text is left out', () => {
  const at = '2026-01-01T00:00:00Z';
  const said = [
    { turn: 1, text: 'I look.', at },
    { turn: 3, text: 'Done.\n', at },
  ];
  const calls = [call(1, 1), call(2, 1), call(3, 2)];
  const keys = (answer: string | null) => journalOf({ said, calls, answer }).map(({ key }) => key);
  expect(keys('Done.')).toEqual(['said-1', 'call-1', 'call-2', 'call-3']);
  expect(keys(null)).toEqual(['said-1', 'call-1', 'call-2', 'call-3', 'said-3']);
});

test('lines that look like the names of files are lines inside a diff', () => {
  const diff =
    '--- a/x.sql\n+++ b/x.sql\n@@ -1,2 +1,2 @@\n same\n--- old\n+++ new\n\\ No newline at end of file\n';
  expect(diffLines(diff).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'place @@ -1,2 +1,2 @@',
    'same same',
    'less -- old',
    'more ++ new',
    'note \\ No newline at end of file',
  ]);
  expect(sizeOf(diff)).toEqual({ more: 1, less: 1 });
});

test('a write is shown before it is made, as far as its arguments tell', () => {
  expect(planned({ file_path: 'a', old_string: 'x\n', new_string: 'y\nz' })).toEqual([
    { kind: 'less', text: 'x' },
    { kind: 'more', text: 'y' },
    { kind: 'more', text: 'z' },
  ]);
  expect(planned({ command: 'ls' })).toBeNull();
  expect(brief({ timeout: 3, command: 'ls\n  -l' })).toBe('ls -l');
});
