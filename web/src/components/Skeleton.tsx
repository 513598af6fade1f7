import { t } from '@lingui/core/macro';
import styles from './Skeleton.module.css';

export function Skeleton({ width, height = 12 }: { width: string | number; height?: number }) {
  return <span className={styles.bar} style={{ width, height }} aria-hidden />;
}

/** Rows of a list that is on its way, as tall as they will be. */
export function SkeletonRows({ count, height }: { count: number; height: number }) {
  return (
    <div className={styles.rows} role="status" aria-label={t`Loading`}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={styles.row} style={{ height }}>
          <Skeleton width={`${[46, 34, 58, 40][index % 4] ?? 40}%`} />
          <Skeleton width={64} />
        </div>
      ))}
    </div>
  );
}
