import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { takeInvitation } from '@/lib/invitation';
import { safeNext } from '@/lib/next-path';
import { useAction } from '@/lib/use-action';
import { checkEmail, type FieldErrors } from './credentials';
import { PasskeyButton, ProviderProblem, Providers, SecondFactor } from './later';
import { formClass, PublicPage } from './PublicPage';
import type { Asked } from './SecondFactor';

const route = getRouteApi('/login');

export function LoginPage() {
  const { next, verified, email, problem } = route.useSearch();
  const navigate = route.useNavigate();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [asked, setAsked] = useState<Asked | undefined>(askedInAddress);
  const enter = async () => {
    const to = safeNext(next ?? takeInvitation());
    // What another program asked must arrive as it was written.
    if (to.startsWith('/consent?')) window.location.assign(to);
    else await navigate({ to, replace: true });
  };
  const login = useAction(async (body: { email: string; password: string }) => {
    try {
      const answer = await data(client.POST('/api/v1/auth/login', { body }));
      if ('mfa_required' in answer) {
        setAsked(answer);
        return;
      }
    } catch (error) {
      if (error instanceof Problem && error.code === 'email_not_verified') {
        await navigate({ to: '/check-mail', search: { email: body.email } });
        return;
      }
      throw error;
    }
    await enter();
  });

  const submit = (values: Record<string, string>) => {
    const body = { email: (values['email'] ?? '').trim(), password: values['password'] ?? '' };
    const found = {
      ...checkEmail(body.email),
      ...(body.password ? {} : { password: t`Enter your password.` }),
    };
    setErrors(found);
    if (Object.keys(found).length === 0) void login.run(body);
  };

  if (asked) {
    return (
      <Suspense>
        <SecondFactor
          asked={asked}
          onDone={() => void enter()}
          onAgain={() => {
            setAsked(undefined);
          }}
        />
      </Suspense>
    );
  }
  return (
    <PublicPage
      stage
      title={t`Sign in`}
      foot={
        <>
          <Trans>
            New here? <Link to="/signup">Create an account</Link>
          </Trans>
        </>
      }
    >
      <form
        className={formClass}
        noValidate
        onSubmit={(event) => {
          submit(submitted(event));
        }}
      >
        {verified && !login.error ? (
          <Notice kind="good">{t`Your email is confirmed. Sign in to begin.`}</Notice>
        ) : null}
        {problem && !login.error && (
          <Suspense>
            <ProviderProblem code={problem} />
          </Suspense>
        )}
        {login.error !== null && <Notice kind="bad">{signInMessage(login.error)}</Notice>}
        <TextField
          label={t`Email`}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={email}
          required
          autoFocus={!email}
          error={errors['email']}
        />
        <PasswordField
          label={t`Password`}
          name="password"
          autoComplete="current-password"
          required
          autoFocus={Boolean(email)}
          error={errors['password']}
          aside={<Link to="/forgot-password">{t`Forgot it?`}</Link>}
        />
        <Button look="primary" type="submit" wide busy={login.busy}>
          {t`Sign in`}
        </Button>
        <Suspense>
          <PasskeyButton onDone={enter} />
          <Providers next={safeNext(next)} />
        </Suspense>
      </form>
    </PublicPage>
  );
}

function signInMessage(error: unknown): string {
  if (error instanceof Problem && error.code === 'invalid_credentials') {
    return t`Email and password do not match an account. Check both and try again.`;
  }
  return describe(error);
}

/** A provider let the person in, and a second factor is asked for: its token stands where no server sees it. */
function askedInAddress(): Asked | undefined {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const token = given.get('mfa_token');
  if (token === null) return undefined;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  const methods = (given.get('methods') ?? '').split(',') as Asked['methods'];
  return { mfa_required: true, mfa_token: token, methods };
}
