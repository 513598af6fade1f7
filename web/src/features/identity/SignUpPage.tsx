import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import { Button } from '@/components/Button';
import { PasswordField, TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { useAction } from '@/lib/use-action';
import { checkEmail, checkNewPassword, SHORTEST_PASSWORD, type FieldErrors } from './credentials';
import { formClass, PublicPage } from './PublicPage';

export function SignUpPage() {
  const navigate = useNavigate();
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
      title="Create your account"
      lead="You get an organization of your own on this server. Nothing leaves it."
      foot={
        <>
          Have an account already? <Link to="/login">Sign in</Link>
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
          label="Email"
          name="email"
          type="email"
          autoComplete="email"
          placeholder="you@company.com"
          required
          autoFocus
          error={fields['email']}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="new-password"
          required
          hint={`At least ${SHORTEST_PASSWORD} characters. A short sentence works well.`}
          error={fields['password']}
        />
        <Button look="primary" type="submit" wide busy={register.busy}>
          Create account
        </Button>
      </form>
    </PublicPage>
  );
}
