import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import type { AgentChoice } from '@/api/types';
import styles from './LibraryPage.module.css';

/** Whom to ask for what was typed, and why. */
export function Suggestion({ choice }: { choice: AgentChoice }) {
  return (
    <div className={styles.suggestion} role="status">
      <Compass size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p>
          {choice.agent ? (
            <>
              <Trans>
                Ask{' '}
                <Link to="/agents/$name" params={{ name: choice.agent }}>
                  {choice.agent}
                </Link>
                .
              </Trans>
            </>
          ) : (
            t`Nobody is plainly the right one.`
          )}
        </p>
        <p className={styles.why}>{choice.why}</p>
      </div>
    </div>
  );
}
