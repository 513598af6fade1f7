/** The words for what analysts call by a code. One that is not known is shown as it comes. */
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const names: Partial<Record<string, MessageDescriptor>> = {
  role: msg`Role`,
  department: msg`Department`,
  system: msg`System`,
  external: msg`External`,
  automate: msg`Automate`,
  eliminate: msg`Leave out`,
  merge: msg`Merge`,
  parallelise: msg`Do in parallel`,
  must: msg`Must`,
  should: msg`Should`,
  could: msg`Could`,
  low: msg`Low`,
  medium: msg`Medium`,
  high: msg`High`,
  xor: msg`Decision`,
  and: msg`In parallel`,
  loop: msg`Repeat`,
  manual: msg`By hand`,
};

export function words(code: string): string {
  const known = names[code];
  if (known) return i18n._(known);
  const text = code.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
