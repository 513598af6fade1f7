/** Problem documents (RFC 9457) as errors that a person can read. */
import { t } from '@lingui/core/macro';

export interface FieldError {
  field: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  request_id?: string;
  errors?: FieldError[];
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** Everything that the answer says, further facts included. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(status: number, body: ProblemBody, retryAfter: string | null = null) {
    super(message(status, body, retryAfter));
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'offline' : 'unknown');
    this.requestId = body.request_id ?? null;
    this.members = { ...body };
    this.fields = Object.fromEntries((body.errors ?? []).map((e) => [lastPart(e.field), e.message]));
  }
}

/** `body.email` and `email` are the same field of a form. */
function lastPart(field: string): string {
  return field.split('.').at(-1) ?? field;
}

function message(status: number, body: ProblemBody, retryAfter: string | null): string {
  if (status === 0) return t`The server cannot be reached. Check the connection and try again.`;
  if (status === 429) {
    if (!retryAfter) return t`Too many attempts. Wait a moment, then try again.`;
    return t`Too many attempts. Try again in ${retryAfter} seconds.`;
  }
  if (status >= 500)
    return t`Something went wrong on the server. Try again; if it stays, tell your administrator.`;
  return withoutField(body) ?? body.title ?? t`The request was not accepted.`;
}

/** "description: the text is empty" says the field for programs; a person sees which field it is. */
function withoutField({ detail }: ProblemBody): string | undefined {
  const text = detail?.replace(/^[a-z_.]+: /, '');
  return text && text.charAt(0).toUpperCase() + text.slice(1);
}

export function problemOf(response: Response, body: unknown): Problem {
  return new Problem(response.status, isRecord(body) ? body : {}, response.headers.get('Retry-After'));
}

/** For answers whose body nobody has read yet. */
export async function problemFrom(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return problemOf(response, body);
}

export function offline(): Problem {
  return new Problem(0, {});
}

/** A readable sentence for whatever was thrown. */
export function describe(error: unknown): string {
  if (error instanceof Problem) return error.message;
  return t`Something went wrong in this page. Reload it and try again.`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
