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
import { useAction } from '@/lib/use-action';
import { checkEmail, checkNewPassword, SHORTEST_PASSWORD, type FieldErrors } from './credentials';
import { Providers } from './later';
import { formClass, PublicPage } from './PublicPage';

const route = getRouteApi('/signup');

export function SignUpPage() {
  const navigate = route.useNavigate();
  const { email } = route.useSearch();
  const [errors, setErrors] = useState<FieldErrors>({});
  const register = useAction(async (body: { email: string; password: string }) => {
    await data(client.POST('/api/v1/auth/register', { body }));
    await navigate({ to: '/check-mail', search: { email: body.email } });
  });
  const fields = register.error instanceof Problem ? { ...register.error.fields, ...errors } : errors;
  const general = register.error !== null && !('email' in fields || 'password' in fields);

  const submit = (values: Record<string, string>) => {
    const body = { email: (values['email'] ?? '').trim(), password: values['password'] ?? '' };
    const found = { ...checkEmail(body.email), ...checkNewPassword(body.password) };
    setErrors(found);
    if (Object.keys(found).length === 0) void register.run(body);
  };

  return (
    <PublicPage
      stage
      title={t`Create your account`}
      lead={t`You get an organization of your own on this server. Nothing leaves it.`}
      foot={
        <>
          <Trans>
            Have an account already? <Link to="/login">Sign in</Link>
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
        {general && <Notice kind="bad">{describe(register.error)}</Notice>}
        <TextField
          label={t`Email`}
          name="email"
          type="email"
          autoComplete="email"
          placeholder="you@company.com"
          defaultValue={email}
          required
          autoFocus={!email}
          error={fields['email']}
        />
        <PasswordField
          label={t`Password`}
          name="password"
          autoComplete="new-password"
          required
          hint={t`At least ${SHORTEST_PASSWORD} characters. A short sentence works well.`}
          error={fields['password']}
        />
        <Button look="primary" type="submit" wide busy={register.busy}>
          {t`Create account`}
        </Button>
        <Suspense>
          <Providers next="/" />
        </Suspense>
      </form>
    </PublicPage>
  );
}
