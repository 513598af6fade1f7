import { t } from '@lingui/core/macro';
import { Skeleton } from '@/components/Skeleton';
import styles from './AnalysisPage.module.css';

/** The page's places while it loads, as large as they will be. */
export function AnalysisSkeleton() {
  return (
    <div className={styles.page} role="status" aria-label={t`Loading`}>
      <Skeleton width="32%" height={28} />
      <Skeleton width="100%" height={66} />
      <div className={styles.split}>
        <div style={{ display: 'grid', gap: 14, alignContent: 'start' }}>
          {[96, 88, 92, 70, 94, 81, 60].map((width) => (
            <Skeleton key={width} width={`${width}%`} height={14} />
          ))}
        </div>
        <Skeleton width="100%" height={300} />
      </div>
    </div>
  );
}
