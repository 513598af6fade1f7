import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { signOut } from '@/features/identity/queries';
import { chooseScheme, type SchemeChoice, useSchemeChoice } from '@/lib/color-scheme';
import { toastError } from '@/components/toast-store';

const schemes = [
  { value: 'system', label: 'Like the system', Icon: Monitor },
  { value: 'light', label: 'Light', Icon: Sun },
  { value: 'dark', label: 'Dark', Icon: Moon },
] as const satisfies readonly { value: SchemeChoice; label: string; Icon: typeof Sun }[];

/** The dropdown of the account button: the look, and the way out. */
export function AccountMenu() {
  const choice = useSchemeChoice();
  const leave = useSignOut();
  return (
    <Menu.Dropdown>
      <Menu.Label>Appearance</Menu.Label>
      {schemes.map(({ value, label, Icon }) => (
        <Menu.Item
          key={value}
          leftSection={<Icon size={16} strokeWidth={1.75} />}
          rightSection={choice === value ? <Check size={16} aria-label="chosen" /> : null}
          onClick={() => {
            chooseScheme(value);
          }}
        >
          {label}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<LogOut size={16} strokeWidth={1.75} />} onClick={() => void leave()}>
        Sign out
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
