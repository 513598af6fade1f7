/** What the pages of analyses keep in their addresses; the pages make sense of it. */
import { type RunStatus, runStatuses, type Tab, tabs } from './choices';
import { oneOf, type Raw, text } from './search';

interface ListSearch {
  q?: string;
  status?: RunStatus;
  domain?: string;
  /** Days, as `2026-11-28`, both counted in. */
  from?: string;
  to?: string;
}

export function listSearch(raw: Raw): ListSearch {
  const [q, domain, from, to] = texts(raw, 'q', 'domain', 'from', 'to');
  return { q, status: oneOf(raw, 'status', runStatuses), domain, from, to };
}

interface AnalysisSearch {
  tab?: Tab;
  /** `to_be`: the process as it could be, in place of as it is. */
  of?: string;
  /** The two versions that are compared, and which of them the diagram shows. */
  before?: string;
  after?: string;
  side?: string;
}

export function analysisSearch(raw: Raw): AnalysisSearch {
  const [of, before, after, side] = texts(raw, 'of', 'before', 'after', 'side');
  return { tab: oneOf(raw, 'tab', tabs), of, before, after, side };
}

function texts(raw: Raw, ...names: string[]) {
  return names.map((name) => text(raw, name));
}
