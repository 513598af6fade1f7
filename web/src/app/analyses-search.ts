/** What the pages of analyses keep in their addresses. */
import { type Domain, domains, type RunStatus, runStatuses, type Tab, tabs } from './choices';
import { oneOf, type Raw, text } from './search';

interface ListSearch {
  q?: string;
  status?: RunStatus;
  domain?: Domain;
  /** Days, as `2026-11-28`, both counted in. */
  from?: string;
  to?: string;
}

export function listSearch(raw: Raw): ListSearch {
  return {
    q: text(raw, 'q'),
    status: oneOf(raw, 'status', runStatuses),
    domain: oneOf(raw, 'domain', domains),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
  };
}

interface AnalysisSearch {
  tab?: Tab;
  /** The process as it could be, in place of as it is. */
  of?: 'to_be';
  /** The two versions that are compared, and which of them the diagram shows. */
  before?: string;
  after?: string;
  side?: 'before';
}

export function analysisSearch(raw: Raw): AnalysisSearch {
  return {
    tab: oneOf(raw, 'tab', tabs),
    of: oneOf(raw, 'of', ['to_be'] as const),
    before: text(raw, 'before'),
    after: text(raw, 'after'),
    side: oneOf(raw, 'side', ['before'] as const),
  };
}

function day(raw: Raw, name: string): string | undefined {
  const value = text(raw, name);
  return value && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
