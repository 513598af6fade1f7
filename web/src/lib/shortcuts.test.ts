import { expect, it, vi } from 'vitest';
import { match } from './shortcuts';

const none = () => undefined;
const groups = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: 'g b', does: 'Board', run: none },
      { keys: '?', does: 'Help', run: none },
    ],
  },
];

it('waits for the second key of a sequence', () => {
  expect(match(groups, ['g'])).toEqual({ open: true });
  expect(match(groups, ['g', 'b']).run).toBe(none);
  expect(match(groups, ['g', 'x'])).toEqual({ open: false });
  expect(match(groups, ['b'])).toEqual({ open: false });
});

it('lets what was offered last win', () => {
  const later = vi.fn();
  const more = [...groups, { title: 'Page', shortcuts: [{ keys: '?', does: 'Other', run: later }] }];
  expect(match(more, ['?']).run).toBe(later);
});

it("lets a page's keys win, whenever it was offered", () => {
  const find = vi.fn();
  const page = { title: 'Page', page: true, shortcuts: [{ keys: '/', does: 'Find', run: find }] };
  const everywhere = { title: 'Everywhere', shortcuts: [{ keys: '/', does: 'Search', run: none }] };
  expect(match([page, everywhere], ['/']).run).toBe(find);
  expect(match([everywhere], ['/']).run).toBe(none);
});
