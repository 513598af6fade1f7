import { t } from '@lingui/core/macro';
import '../mantine.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Problem } from '@/api/problem';
import { Toasts } from '@/components/Toasts';
import { meOptions } from '@/api/account';
import { useScheme } from '@/lib/color-scheme';
import { usePersisted } from '@/lib/persisted';
import { mantineTheme } from '../mantine';
import { queryClient } from '../queries';
import { BottomBar } from './BottomBar';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { ShortcutHelp } from './ShortcutHelp';
import { TopLine } from './TopLine';
import { usePreferences } from './use-preferences';
import { useShellKeys } from './use-shell-keys';
import styles from './Shell.module.css';

/** Everything around a page for a person who is signed in. */
export function Shell() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={mantineTheme} forceColorScheme={useScheme()}>
        <Frame />
      </MantineProvider>
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
          {me.data && <Outlet />}
        </main>
      </div>
      <BottomBar onSearch={search} />
      <Palette
        opened={searching}
        onHelp={help}
        onClose={() => {
          setSearching(false);
        }}
      />
      {helping && (
        <ShortcutHelp
          onClose={() => {
            setHelping(false);
          }}
        />
      )}
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
