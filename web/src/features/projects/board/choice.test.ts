import { expect, it } from 'vitest';
import type { Task } from '@/api/types';
import { choiceOf, chosenTasks, plusDays, sections, sorted, todayOf, toggled } from './choice';

function task(number: number, more: Partial<Task> = {}): Task {
  return {
    id: `t${number}`,
    number,
    title: `Task ${number}`,
    description: '',
    status: 'open',
    position: number,
    priority: 'medium',
    labels: [],
    assignee: null,
    due_on: null,
    starts_on: null,
    source: null,
    depends_on: [],
    ...more,
  } as unknown as Task;
}

const numbers = (tasks: readonly Task[]) => tasks.map((one) => one.number);
const today = '2026-05-10';

it('reads an address, and leaves out what means nothing', () => {
  const raw = { view: 'list', status: ['open', 'nonsense'], priority: 'high', sort: 'colour', find: 12 };
  const choice = choiceOf(raw);
  expect(choice).toMatchObject({ view: 'list', status: ['open'], priority: ['high'], find: '12' });
  expect(choice.sort).toBeUndefined();
});

it('means any value of one kind, and all kinds together', () => {
  const tasks = [
    task(1, { priority: 'high', labels: ['a'] }),
    task(2, { priority: 'low', labels: ['a'] }),
    task(3, { priority: 'high', labels: ['b'] }),
    task(4, { priority: 'medium', labels: ['a'] }),
  ];
  expect(numbers(chosenTasks(tasks, { priority: ['high', 'low'], label: ['a'] }, today))).toEqual([1, 2]);
});

it('knows what is overdue: not what is done, and not what is due today', () => {
  const tasks = [
    task(1, { due_on: '2026-05-09' }),
    task(2, { due_on: '2026-05-09', status: 'done' }),
    task(3, { due_on: today }),
    task(4, { due_on: '2026-05-18' }),
    task(5),
  ];
  expect(numbers(chosenTasks(tasks, { due: ['overdue'] }, today))).toEqual([1]);
  expect(numbers(chosenTasks(tasks, { due: ['week'] }, today))).toEqual([3]);
  expect(numbers(chosenTasks(tasks, { due: ['none', 'overdue'] }, today))).toEqual([1, 5]);
});

it('puts a value in and takes it out again', () => {
  const once = toggled({}, 'label', 'a');
  expect(once.label).toEqual(['a']);
  expect(toggled(once, 'label', 'a').label).toBeUndefined();
});

it('sorts both ways, the number deciding between equals', () => {
  const tasks = [task(3, { priority: 'low' }), task(2, { priority: 'high' }), task(1, { priority: 'high' })];
  expect(numbers(sorted(tasks, 'priority', false))).toEqual([1, 2, 3]);
  expect(numbers(sorted(tasks, 'priority', true))).toEqual([3, 2, 1]);
});

it('groups in the order of the states, and puts "nobody" last', () => {
  const anna = { kind: 'agent', name: 'anna', id: null } as const;
  const tasks = [task(1, { status: 'done' }), task(2), task(3, { assignee: anna })];
  expect(sections(tasks, 'status').map((one) => one.key)).toEqual(['open', 'done']);
  expect(sections(tasks, 'assignee').map((one) => one.key)).toEqual(['agent:anna', 'none']);
});

it('counts days over months and summer time', () => {
  expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(todayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
