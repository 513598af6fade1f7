import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Notice } from '@/components/Notice';

const problems: Record<string, MessageDescriptor> = {
  flow_refused: msg`This sign-in was not begun in this browser, or too long ago. Begin again.`,
  provider_denied: msg`The provider did not let you in.`,
  provider_unavailable: msg`The provider does not answer as it should. Try again in a moment.`,
  assertion_refused: msg`The answer of the provider is not valid. Begin again.`,
  provider_email_unverified: msg`The provider does not vouch for your email address. Confirm it there first.`,
  account_exists: msg`There is an account with this address. Sign in as before, then connect the provider in your settings.`,
  identity_taken: msg`This is connected to another account.`,
  account_suspended: msg`This account is suspended. Ask the people who run this installation.`,
};

/** What to say of a problem that the server put into the address. */
export function ProviderProblem({ code }: { code: string }) {
  return (
    <Notice kind="bad">
      {i18n._(problems[code] ?? msg`Signing in by the provider did not work. Try again.`)}
    </Notice>
  );
}
