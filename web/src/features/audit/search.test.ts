import { expect, test } from 'vitest';
import { exportPath, questionOf, searchOf } from './search';

test('an address keeps what makes sense and nothing else', () => {
  const raw = {
    q: 'ada',
    action: 'sign_in.refused',
    outcome: 'perhaps',
    actor: '1',
    from: '2026-11-28',
    to: 'x',
  };
  expect(searchOf(raw)).toEqual({
    q: 'ada',
    action: 'sign_in.refused',
    actor: undefined,
    outcome: undefined,
    from: '2026-11-28',
    to: undefined,
  });
});

test('the last day counts whole', () => {
  const { since, until } = questionOf({ from: '2026-11-28', to: '2026-11-28' });
  expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(24 * 60 * 60 * 1000);
});

test('a file has the entries that are shown', () => {
  expect(exportPath({ q: 'a b', outcome: 'refused' }, 'jsonl')).toBe(
    '/api/v1/audit/export?q=a+b&outcome=refused&form=jsonl',
  );
});
