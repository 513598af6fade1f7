import { t } from '@lingui/core/macro';
import { Search } from 'lucide-react';
import { ConnectionMark } from '@/components/ConnectionMark';
import { Bell } from '@/features/notifications/Bell';
import { Here } from './Here';
import { Path } from './Path';
import styles from './TopLine.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function TopLine({ onSearch }: { onSearch: () => void }) {
  return (
    <header className={styles.line}>
      <Path />
      <ConnectionMark />
      <Here />
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K Meta+K">
        <Search size={14} strokeWidth={1.75} aria-hidden />
        {t`Search`}
        <kbd aria-hidden>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <Bell />
    </header>
  );
}
