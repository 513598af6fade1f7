import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isCut, useConnection } from '@/api/live';
import styles from './ConnectionMark.module.css';

/** Says quietly that the line is cut, and asks again for what failed meanwhile. Says nothing while all is well. */
export function ConnectionMark() {
  const cache = useQueryClient();
  const connection = useConnection();
  const wasCut = useRef(false);
  useEffect(() => {
    if (isCut(connection)) wasCut.current = true;
    if (connection !== 'live' || !wasCut.current) return;
    wasCut.current = false;
    void cache.refetchQueries({ predicate: (query) => query.state.status === 'error' });
  }, [connection, cache]);
  return (
    <span role="status" className={styles.place}>
      {isCut(connection) && (
        <span className={styles.mark}>{connection === 'offline' ? t`Offline` : t`Reconnecting`}</span>
      )}
    </span>
  );
}
