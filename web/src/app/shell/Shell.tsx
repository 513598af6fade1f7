import { t } from '@lingui/core/macro';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import { watchHints } from '@/components/hints';
import { Toasts } from '@/components/Toasts';
import { meOptions } from '@/api/account';
import { untilThere } from '@/lib/again';
import { usePersisted } from '@/lib/persisted';
import { queryClient } from '../queries';
import { BottomBar } from './BottomBar';
import { Rail } from './Rail';
import { TopLine } from './TopLine';
import { Removed } from './Removed';
import { usePreferences } from './use-preferences';
import { useShellKeys } from './use-shell-keys';
import styles from './Shell.module.css';

const palette = untilThere(() => import('./Palette'));
const Palette = lazy(palette);
const ShortcutHelp = lazy(untilThere(() => import('./ShortcutHelp')));

/** Everything around a page for a person who is signed in. */
export function Shell() {
  return (
    <QueryClientProvider client={queryClient}>
      <Frame />
    </QueryClientProvider>
  );
}

function Frame() {
  const me = useQuery(meOptions);
  const [width, setWidth] = usePersisted('coditect-rail', ['wide', 'narrow'] as const, 'wide');
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const search = () => {
    setSearching(true);
  };
  const help = () => {
    setHelping(true);
  };
  useEffect(watchHints, []);
  // Fetched before it is asked for: whoever types at once after Ctrl-K types into it.
  useEffect(() => {
    const timer = setTimeout(() => void palette().catch(() => undefined), 1500);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const isMember = me.data?.organizations.some((one) => one.id === me.data.active_organization_id);
  usePreferences(me.data?.account);
  useShellKeys({ search, help });
  useSearchShortcut(() => {
    setSearching((open) => !open);
  });

  // A 401 has led to the sign-in page already; anything else is shown.
  if (me.error && !me.data && !(me.error instanceof Problem && me.error.status === 401)) throw me.error;
  return (
    <div className={styles.frame} data-narrow={width === 'narrow' ? true : undefined}>
      <a className={styles.skip} href="#content">
        {t`Skip to content`}
      </a>
      <Rail
        me={me.data}
        narrow={width === 'narrow'}
        onToggle={() => {
          setWidth(width === 'narrow' ? 'wide' : 'narrow');
        }}
      />
      <div className={styles.page}>
        <TopLine onSearch={search} />
        <main className={styles.content} id="content" tabIndex={-1}>
          {me.data && (isMember ? <Outlet /> : <Removed me={me.data} />)}
        </main>
      </div>
      <BottomBar onSearch={search} />
      <Suspense>
        {searching && (
          <Palette
            onHelp={help}
            onClose={() => {
              setSearching(false);
            }}
          />
        )}
        {helping && (
          <ShortcutHelp
            onClose={() => {
              setHelping(false);
            }}
          />
        )}
      </Suspense>
      <Toasts />
    </div>
  );
}

function useSearchShortcut(toggle: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  });
}
