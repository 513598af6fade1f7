import { t } from '@lingui/core/macro';
import { ChevronsUpDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Me } from '@/api/types';
import { Floating } from '@/components/Floating';
import { Brand } from '@/components/Brand';
import { untilThere } from '@/lib/again';
import { useShortcuts } from '@/lib/shortcuts';
import styles from './Switcher.module.css';

const SwitchList = lazy(untilThere(() => import('./SwitchList')));
const ID = 'switcher';

/** The organization at the head of the rail; opens the way to others and to projects. */
export function Switcher({ me, narrow }: { me: Me | undefined; narrow: boolean }) {
  const [open, setOpen] = useState(false);
  const name = me?.organizations.find((one) => one.id === me.active_organization_id)?.name;
  useShortcuts(t`Switch`, [
    {
      keys: 'g p',
      does: t`Switch project or organization`,
      run: () => document.getElementById(ID)?.showPopover(),
    },
  ]);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        popoverTarget={ID}
        aria-haspopup="dialog"
        data-narrow={narrow ? true : undefined}
        aria-label={narrow ? t`Switch project or organization` : undefined}
        data-hint={t`Switch project or organization`}
        data-hint-side={narrow ? 'right' : undefined}
      >
        <Brand size={24} />
        {!narrow && (
          <>
            <span className={styles.name}>
              <span className="visually-hidden">{t`Switch project or organization`}</span>
              {name}
            </span>
            <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden />
          </>
        )}
      </button>
      <Floating
        id={ID}
        role="dialog"
        aria-label={t`Switch project or organization`}
        className={styles.floating}
        onOpen={setOpen}
      >
        {open && me && (
          <Suspense>
            <SwitchList
              me={me}
              onDone={() => {
                document.getElementById(ID)?.hidePopover();
              }}
            />
          </Suspense>
        )}
      </Floating>
    </>
  );
}
