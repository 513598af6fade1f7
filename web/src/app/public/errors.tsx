import { t } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { describe, Problem } from '@/api/problem';
import { Button, buttonClass } from '@/components/Button';
import { PartGone } from '@/lib/again';
import { useTitle } from '@/lib/use-title';
import styles from './errors.module.css';

/** What is shown where a page should be, inside whatever frame there is. */
function NotFound() {
  useTitle(t`Not found`);
  return (
    <div className={styles.page}>
      <span className={styles.code}>404</span>
      <h1>{t`This page does not exist`}</h1>
      <p>{t`It may have been moved, or belong to an organization you are not in.`}</p>
      <div className={styles.actions}>
        <Link to="/" className={buttonClass('primary')}>
          {t`Go to home`}
        </Link>
      </div>
    </div>
  );
}

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  useTitle(t`Something went wrong`);
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  const requestId = error instanceof Problem ? error.requestId : null;
  return (
    <div className={styles.page}>
      <h1>{t`This page could not be shown`}</h1>
      <p role="alert">{describe(error)}</p>
      {requestId && (
        <p className={styles.code}>
          <Trans>Request {requestId}</Trans>
        </p>
      )}
      <div className={styles.actions}>
        <Button
          look="primary"
          onClick={() => {
            if (error instanceof PartGone) {
              window.location.reload();
              return;
            }
            reset();
            void router.invalidate();
          }}
        >
          {t`Try again`}
        </Button>
        <Link to="/" className={buttonClass('plain')}>
          {t`Go to home`}
        </Link>
      </div>
    </div>
  );
}

/** The same as whole pages, where there is no frame. */
export function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}

export function ErrorPage(props: ErrorComponentProps) {
  if (i18n.locale === '') return <NoTexts />;
  return (
    <main>
      <PageError {...props} />
    </main>
  );
}

/** The texts themselves could not be loaded, so this one cannot be among them. */
function NoTexts() {
  return (
    <main className={styles.page}>
      {/* eslint-disable-next-line lingui/no-unlocalized-strings -- see above */}
      <h1>CODITECT could not be loaded. Reload the page.</h1>
    </main>
  );
}
