/** The states of an analysis that can be compared, and their short names in the address: `2` as analysed, `2e` as edited. */
import { t } from '@lingui/core/macro';
import { queryOptions } from '@tanstack/react-query';
import { client, data } from '@/api/client';
import { keys } from '@/api/keys';
import type { components } from '@/api/schema';

export type Difference = components['schemas']['Difference'];
export type Version = components['schemas']['VersionRead'];

export interface VersionName {
  number: number;
  edited: boolean;
}

export function parseVersion(code: string | undefined): VersionName | undefined {
  const [, number, edited] = /^(\d{1,6})(e?)$/.exec(code ?? '') ?? [];
  return number === undefined ? undefined : { number: Number(number), edited: edited === 'e' };
}

export function codeOf({ number, edited }: VersionName): string {
  return edited ? `${number}e` : `${number}`;
}

export function nameOf({ number, edited }: VersionName): string {
  return edited ? t`Version ${number}, edited` : t`Version ${number}`;
}

/** What is compared when nobody has chosen: the newest state with what it came from. */
export function pairOf(versions: readonly Version[], before?: string, after?: string) {
  const names = versions.map(({ version, edited }) => ({ number: version, edited }));
  const known = (code: string | undefined) => names.find((one) => codeOf(one) === code);
  const to = known(after) ?? names[0];
  const from = known(before) ?? names.find((one) => to && codeOf(one) !== codeOf(to)) ?? to;
  return from && to ? { before: from, after: to } : undefined;
}

export function versionsOptions(workflowId: string) {
  return queryOptions({
    queryKey: keys.versions(workflowId),
    queryFn: async ({ signal }) => {
      const path = { workflow_id: workflowId };
      return (
        await data(client.GET('/api/v1/workflows/{workflow_id}/versions', { params: { path }, signal }))
      ).items;
    },
  });
}

export function comparisonOptions(workflowId: string, pair: ReturnType<typeof pairOf>) {
  return queryOptions({
    queryKey: [...keys.versions(workflowId), 'compare', pair] as const,
    queryFn: async ({ signal }) => {
      if (!pair) return [];
      const { before, after } = pair;
      const query = {
        before: before.number,
        after: after.number,
        before_edited: before.edited,
        after_edited: after.edited,
      };
      const path = { workflow_id: workflowId };
      const found = await data(
        client.GET('/api/v1/workflows/{workflow_id}/compare', { params: { path, query }, signal }),
      );
      return found.differences;
    },
    enabled: pair !== undefined,
  });
}
