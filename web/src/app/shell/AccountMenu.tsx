import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { signOut } from '@/api/account';
import type { Me } from '@/api/types';
import { FloatingMenu, menuDivider, menuItem, menuLabel } from '@/components/Floating';
import { Glyph } from '@/components/Glyph';
import { toastError } from '@/components/toast-store';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from '@/lib/color-scheme';
import styles from './Rail.module.css';

const schemes = [
  { value: 'system', label: msg`Like the system`, Icon: Monitor },
  { value: 'light', label: msg`Light`, Icon: Sun },
  { value: 'dark', label: msg`Dark`, Icon: Moon },
] as const satisfies readonly { value: SchemeChoice; label: MessageDescriptor; Icon: typeof Sun }[];

/** The account at the foot of the rail: the look, and the way out. */
export function AccountMenu({ account, narrow }: { account: Me['account']; narrow: boolean }) {
  const choice = useSchemeChoice();
  const leave = useSignOut();
  const { name, email } = account;
  return (
    <>
      <button
        type="button"
        className={styles.account}
        popoverTarget="account-menu"
        aria-haspopup="menu"
        aria-label={narrow ? t`Account menu` : undefined}
      >
        <Glyph name={name || email} round />
        {!narrow && (
          <span className={styles.who}>
            <span className="visually-hidden">{t`Account menu`}</span>
            <span>{name || email}</span>
            {name && <small>{email}</small>}
          </span>
        )}
      </button>
      <FloatingMenu id="account-menu" side="above" style={{ width: 216 }} aria-label={t`Account menu`}>
        <div className={menuLabel} role="presentation">{t`Appearance`}</div>
        {schemes.map(({ value, label, Icon }) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
            aria-checked={choice === value}
            tabIndex={-1}
            className={menuItem}
            onClick={() => {
              chooseScheme(value);
            }}
          >
            <Icon size={16} strokeWidth={1.75} />
            <span>{i18n._(label)}</span>
            {choice === value && <Check size={16} aria-hidden />}
          </button>
        ))}
        <div className={menuDivider} role="separator" />
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={menuItem}
          onClick={() => {
            void leave();
          }}
        >
          <LogOut size={16} strokeWidth={1.75} />
          <span>{t`Sign out`}</span>
        </button>
      </FloatingMenu>
    </>
  );
}

export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch (error) {
      toastError(error);
      return;
    }
    await navigate({ to: '/login' });
    cache.clear();
  };
}
