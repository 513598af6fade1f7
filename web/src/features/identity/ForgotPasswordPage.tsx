import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe } from '@/api/problem';
import { Button } from '@/components/Button';
import { TextField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { useAction } from '@/lib/use-action';
import { checkEmail, type FieldErrors } from './credentials';
import { formClass, PublicPage } from './PublicPage';

export function ForgotPasswordPage() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [sent, setSent] = useState(false);
  const ask = useAction(async (email: string) => {
    await data(client.POST('/api/v1/auth/forgot-password', { body: { email } }));
    setSent(true);
  });
  return (
    <PublicPage
      title={t`Set a new password`}
      lead={t`We mail you a link. It works for an hour.`}
      foot={<Link to="/login">{t`Back to sign in`}</Link>}
    >
      <form
        className={formClass}
        noValidate
        onSubmit={(event) => {
          const email = (submitted(event)['email'] ?? '').trim();
          const found = checkEmail(email);
          setErrors(found);
          if (Object.keys(found).length === 0) void ask.run(email);
        }}
      >
        {ask.error !== null && <Notice kind="bad">{describe(ask.error)}</Notice>}
        {sent && (
          <Notice kind="good">{t`If this address has an account, a link is on its way. Look into your mail.`}</Notice>
        )}
        <TextField
          label={t`Email`}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus
          error={errors['email']}
        />
        <Button look="primary" type="submit" wide busy={ask.busy}>
          {t`Send the link`}
        </Button>
      </form>
    </PublicPage>
  );
}
