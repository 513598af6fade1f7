import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { safeNext } from '@/lib/next-path';
import { useAction } from '@/lib/use-action';
import { checkEmail, type FieldErrors } from './credentials';
import { formClass, PublicPage } from './PublicPage';

const route = getRouteApi('/login');

export function LoginPage() {
  const { next, verified, email } = route.useSearch();
  const navigate = route.useNavigate();
  const [errors, setErrors] = useState<FieldErrors>({});
  const login = useAction(async (body: { email: string; password: string }) => {
    try {
      await data(client.POST('/api/v1/auth/login', { body }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'email_not_verified') {
        await navigate({ to: '/check-mail', search: { email: body.email } });
        return;
      }
      throw error;
    }
    await navigate({ to: safeNext(next), replace: true });
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
        />
        <Button look="primary" type="submit" wide busy={login.busy}>
          {t`Sign in`}
        </Button>
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
