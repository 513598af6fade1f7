import { expect, it } from 'vitest';
import { describe as say, Problem, problemOf } from './problem';

const answer = (status: number, headers?: HeadersInit) =>
  new Response(null, { status, ...(headers ? { headers } : {}) });

it('says what the server says', () => {
  const problem = problemOf(answer(409), {
    title: 'Conflict',
    detail: 'The task has changed meanwhile.',
    code: 'conflict',
  });
  expect(say(problem)).toBe('The task has changed meanwhile.');
  expect(problem.code).toBe('conflict');
});

it('gives each field its own message, under the name of the form', () => {
  const problem = problemOf(answer(422), {
    title: 'Invalid',
    errors: [
      { field: 'body.email', message: 'is not an address' },
      { field: 'password', message: 'is too short' },
    ],
  });
  expect(problem.fields).toEqual({ email: 'is not an address', password: 'is too short' });
});

it('leaves out the name of the field, which is for programs', () => {
  expect(say(problemOf(answer(422), { detail: 'body.description: is empty.' }))).toBe('Is empty.');
  expect(say(problemOf(answer(422), { detail: 'Note: it is empty.' }))).toBe('Note: it is empty.');
});

it('says how long to wait after too many attempts', () => {
  expect(say(problemOf(answer(429, { 'Retry-After': '30' }), null))).toContain('30 seconds');
});

it('shows nothing of a broken server but a way on', () => {
  expect(say(problemOf(answer(500), { detail: 'Traceback: secret' }))).not.toContain('secret');
  expect(say(problemOf(answer(502), '<html>'))).toContain('Try again');
});

it('does not show the text of a program error to people', () => {
  expect(say(new TypeError('x is undefined'))).not.toContain('undefined');
  expect(say(new Problem(0, {}))).toContain('cannot be reached');
});
