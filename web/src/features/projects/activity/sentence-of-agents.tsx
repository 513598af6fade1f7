import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { listed } from '@/lib/locale';
import { count, type Data, type Said, text } from './data';

/** The sentence of what agents were given to do and did. */
export function ofAgent(verb: string, data: Data, { who, thing }: Said): ReactNode {
  switch (verb) {
    case 'agent.given_work': {
      const name = text(data['agent']);
      return (
        <Trans>
          {who} gave {name} work: {thing}
        </Trans>
      );
    }
    case 'agent.did_work': {
      const conflicts = Array.isArray(data['conflicts']) ? listed(data['conflicts'].map(text)) : '';
      if (conflicts)
        return (
          <Trans>
            {who} did {thing}, but its changes to {conflicts} are in conflict with others
          </Trans>
        );
      const files = count(data['files']);
      if (files === 0)
        return (
          <Trans>
            {who} did {thing}
          </Trans>
        );
      const changed = plural(files, { one: '# file', other: '# files' });
      return (
        <Trans>
          {who} did {thing} and changed {changed}
        </Trans>
      );
    }
    case 'agent.write_undone': {
      const name = text(data['agent']);
      const path = text(data['path']);
      return (
        <Trans>
          {who} took back what {name} did to {path} for {thing}
        </Trans>
      );
    }
    case 'agent.conflict_settled': {
      const files = Array.isArray(data['files']) ? listed(data['files'].map(text)) : '';
      return (
        <Trans>
          {who} settled the conflict of {thing} in {files}
        </Trans>
      );
    }
    default:
      return undefined;
  }
}
