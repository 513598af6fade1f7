import { expect, it } from 'vitest';
import { plainStart } from './plain-start';

it('drops headings, bullets and numbers at the beginning of lines', () => {
  expect(plainStart('# Invoices\n1. Record it\n- File it\n* Pay 5 - 6 of them')).toBe(
    'Invoices Record it File it Pay 5 - 6 of them',
  );
});

it('reads a table as words', () => {
  expect(plainStart('| Step | Who |\n|------|:---:|\n| 1 | Clerk |')).toBe('Step Who 1 Clerk');
});

it('is no longer than asked for', () => {
  expect(plainStart('word '.repeat(500), 20).length).toBeLessThanOrEqual(20);
});
