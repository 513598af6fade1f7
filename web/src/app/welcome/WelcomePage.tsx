import { t } from '@lingui/core/macro';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { meOptions } from '@/api/account';
import { Brand } from '@/components/Brand';
import { useProduct } from '@/lib/product';
import { useTitle } from '@/lib/use-title';
import { queryClient } from '../queries';
import { CreateStep } from './CreateStep';
import { NameStep } from './NameStep';
import { SampleStep } from './SampleStep';
import styles from './Welcome.module.css';

const route = getRouteApi('/welcome');

/** The way from an account to a first analysis: three short steps, each with its own address, any of them skippable. */
export function WelcomePage() {
  return (
    <QueryClientProvider client={queryClient}>
      <Steps />
    </QueryClientProvider>
  );
}

const order = ['project', 'create', 'sample'] as const;

function Steps() {
  const search = route.useSearch();
  const step = search.project ? (search.step ?? 'create') : 'project';
  const me = useQuery(meOptions);
  const product = useProduct();
  const organization = me.data?.organizations.find((one) => one.id === me.data.active_organization_id);
  useTitle(t`Welcome`);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Brand />
          {organization?.name ?? product}
        </span>
        <Link
          to={search.project ? '/projects/$projectId' : '/'}
          params={search.project ? { projectId: search.project } : {}}
          className={styles.skip}
          onClick={() => {
            sessionStorage.setItem('coditect-welcome', 'skipped');
          }}
        >
          {t`Skip for now`}
        </Link>
      </header>
      <main className={styles.main}>
        <ol className={styles.progress} aria-label={t`Progress`}>
          {order.map((name, index) => (
            <li
              key={name}
              data-done={index <= order.indexOf(step) ? true : undefined}
              aria-current={name === step ? 'step' : undefined}
            >
              <span className="visually-hidden">{stepName(index + 1)}</span>
            </li>
          ))}
        </ol>
        {step === 'project' && <NameStep />}
        {step === 'create' && search.project && <CreateStep projectId={search.project} />}
        {step === 'sample' && search.project && <SampleStep projectId={search.project} />}
      </main>
    </div>
  );
}

function stepName(step: number): string {
  return t`Step ${step} of 3`;
}
