import { t } from '@lingui/core/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { client, data } from '@/api/client';
import { describe, Problem } from '@/api/problem';
import { Button, buttonClass } from '@/components/Button';
import { PasswordField } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { submitted } from '@/lib/form';
import { useAction } from '@/lib/use-action';
import { checkNewPassword, type FieldErrors } from './credentials';
import { formClass, PublicPage } from './PublicPage';

const route = getRouteApi('/reset-password');

/** Opened from the link in the mail. */
export function ResetPasswordPage() {
  const { token } = route.useSearch();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [done, setDone] = useState(false);
  const reset = useAction(async (password: string) => {
    await data(client.POST('/api/v1/auth/reset-password', { body: { token, password } }));
    setDone(true);
  });
  const refused = reset.error instanceof Problem ? reset.error.fields['password'] : undefined;
  if (done) {
    return (
      <PublicPage
        title={t`Your password is set`}
        lead={t`You were signed out everywhere. Sign in with it now.`}
      >
        <Link to="/login" className={buttonClass('primary')} data-wide>
          {t`Go to sign in`}
        </Link>
      </PublicPage>
    );
  }
  return (
    <PublicPage
      title={t`Set a new password`}
      lead={t`You will be signed out everywhere. Second factors stay as they are.`}
      foot={<Link to="/forgot-password">{t`Send a new link`}</Link>}
    >
      <form
        className={formClass}
        noValidate
        onSubmit={(event) => {
          const password = submitted(event)['password'] ?? '';
          const found = checkNewPassword(password);
          setErrors(found);
          if (Object.keys(found).length === 0) void reset.run(password);
        }}
      >
        {reset.error !== null && !refused && <Notice kind="bad">{describe(reset.error)}</Notice>}
        <PasswordField
          label={t`New password`}
          name="password"
          autoComplete="new-password"
          hint={t`15 characters or more. A few words are easiest to remember.`}
          required
          autoFocus
          error={errors['password'] ?? refused}
        />
        <Button look="primary" type="submit" wide busy={reset.busy}>
          {t`Set password`}
        </Button>
      </form>
    </PublicPage>
  );
}
