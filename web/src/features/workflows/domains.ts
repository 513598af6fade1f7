/** What kinds of work are called. */
import { t } from '@lingui/core/macro';
import { type Domain, domains } from './queries';

const words: Record<Domain, () => string> = {
  general: () => t`General`,
  software: () => t`Software`,
  manufacturing: () => t`Manufacturing`,
  healthcare: () => t`Healthcare`,
  finance: () => t`Finance`,
};

export function domainWords(domain: string | null): string {
  const known = domains.find((one) => one === domain);
  return known ? words[known]() : (domain ?? '');
}
