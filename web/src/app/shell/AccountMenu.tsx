import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { signOut } from '@/api/account';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from '@/lib/color-scheme';
import { toastError } from '@/components/toast-store';

const schemes = [
  { value: 'system', label: msg`Like the system`, Icon: Monitor },
  { value: 'light', label: msg`Light`, Icon: Sun },
  { value: 'dark', label: msg`Dark`, Icon: Moon },
] as const satisfies readonly { value: SchemeChoice; label: MessageDescriptor; Icon: typeof Sun }[];

/** The dropdown of the account button: the look, and the way out. */
export function AccountMenu() {
  const choice = useSchemeChoice();
  const leave = useSignOut();
  return (
    <Menu.Dropdown>
      <Menu.Label>{t`Appearance`}</Menu.Label>
      {schemes.map(({ value, label, Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} strokeWidth={1.75} />}
          rightSection={choice === value ? <Check size={16} aria-label={t`chosen`} /> : null}
          onClick={() => {
            chooseScheme(value);
          }}
        >
          {i18n._(label)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<LogOut size={16} strokeWidth={1.75} />} onClick={() => void leave()}>
        {t`Sign out`}
      </Menu.Item>
    </Menu.Dropdown>
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
