import { t } from '@lingui/core/macro';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Button } from './Button';
import { dismiss, useToasts } from './toast-store';
import styles from './Toasts.module.css';

export function Toasts() {
  return (
    <div className={styles.stack} role="region" aria-live="polite" aria-label={t`Messages`}>
      {useToasts().map((toast) => (
        <div key={toast.id} className={`${styles.toast} ${styles[toast.kind]}`}>
          {toast.kind === 'bad' ? (
            <CircleAlert size={16} aria-hidden />
          ) : (
            <CircleCheck size={16} aria-hidden />
          )}
          <span className={styles.text}>{toast.text}</span>
          {toast.action && (
            <Button
              size="small"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
          <Button
            size="small"
            look="quiet"
            aria-label={t`Dismiss`}
            onClick={() => {
              dismiss(toast.id);
            }}
            icon={<X size={14} />}
          />
        </div>
      ))}
    </div>
  );
}
