import { t } from '@lingui/core/macro';
import { Dialog } from '@/components/Dialog';
import { useOfferedShortcuts } from '@/lib/shortcuts';
import styles from './ShortcutHelp.module.css';

/** `?`: every key that does something on this page. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const groups = useOfferedShortcuts();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      size={480}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {[...groups].reverse().map(({ title, shortcuts }) => (
        <section key={title} className={styles.group}>
          <h3>{title}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys}>
                <dt>{does}</dt>
                <dd>
                  {keys.split(' ').map((key, index) => (
                    <kbd key={index}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
