/** What the typed client sends and reads: the few manners that this API has, in a fraction of a general client's size. */

interface Init {
  params?: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  body?: unknown;
  signal?: AbortSignal;
}

interface Answer {
  data?: unknown;
  /** The body of a refusal, read already. */
  error?: unknown;
  response: Response;
}

/** The address of a route: its places filled, lists repeated, what is undefined or null left out. */
export function addressOf(base: string, path: string, params: Init['params'] = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.path?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params.query ?? {})) {
    for (const one of [value].flat()) if (one !== undefined && one !== null) query.append(name, plain(one));
  }
  const tail = query.toString();
  return `${base}${filled}${tail ? `?${tail}` : ''}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export async function ask(
  fetcher: (request: Request) => Promise<Response>,
  method: string,
  address: string,
  { body, signal }: Init,
): Promise<Answer> {
  const request = new Request(address, {
    method,
    ...(signal ? { signal } : {}),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const response = await fetcher(request);
  const text = await response.text();
  const read = parsed(text);
  return response.ok ? { data: read, response } : { error: read, response };
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
