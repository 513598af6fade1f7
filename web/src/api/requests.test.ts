import { expect, it } from 'vitest';
import { addressOf, ask } from './requests';

it('fills places, repeats lists and leaves out what is not there', () => {
  const params = {
    path: { id: 'a/b' },
    query: { kind: ['x', 'y'], cursor: undefined, none: null, limit: 5 },
  };
  expect(addressOf('http://h', '/things/{id}', params)).toBe('http://h/things/a%2Fb?kind=x&kind=y&limit=5');
  expect(addressOf('http://h', '/things')).toBe('http://h/things');
});

it('sends JSON and reads the answer, whatever it is', async () => {
  const sent: Request[] = [];
  const answering = (status: number, body: string | null) => (request: Request) => {
    sent.push(request);
    return Promise.resolve(new Response(body, { status }));
  };
  const made = await ask(answering(201, '{"id":1}'), 'POST', 'http://h/x', { body: { name: 'é' } });
  expect(made.data).toEqual({ id: 1 });
  expect(sent[0]?.headers.get('Content-Type')).toBe('application/json');
  await expect(sent[0]?.json()).resolves.toEqual({ name: 'é' });
  expect((await ask(answering(204, null), 'DELETE', 'http://h/x', {})).data).toBeUndefined();
  expect((await ask(answering(422, '{"code":"bad"}'), 'GET', 'http://h/x', {})).error).toEqual({
    code: 'bad',
  });
  expect((await ask(answering(502, '<html>'), 'GET', 'http://h/x', {})).error).toBe('<html>');
});
