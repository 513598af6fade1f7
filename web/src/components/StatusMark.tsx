import styles from './StatusMark.module.css';

export type Shape = 'ring' | 'dot' | 'spinner' | 'half' | 'check' | 'cross' | 'pause' | 'dash' | 'partial';

const colours: Record<Shape, string> = {
  ring: 'var(--ink-3)',
  dot: 'var(--agent-ink)',
  spinner: 'var(--accent)',
  half: 'var(--agent-ink)',
  check: 'var(--done-ink)',
  cross: 'var(--error-ink)',
  pause: 'var(--external-ink)',
  dash: 'var(--ink-3)',
  partial: 'var(--external-ink)',
};

/** One shape per state; the colour comes second. The word beside it is the name, so the shape is silent. */
export function StatusMark({ shape, size = 16 }: { shape: Shape; size?: number }) {
  return (
    <svg
      className={styles.mark}
      data-turning={shape === 'spinner' ? true : undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke={colours[shape]}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <Drawing shape={shape} />
    </svg>
  );
}

function Drawing({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'ring':
      return <circle cx="8" cy="8" r="6" />;
    case 'dot':
      return <circle cx="8" cy="8" r="3.5" fill="currentColor" style={{ fill: colours.dot }} />;
    case 'spinner':
      return (
        <>
          <circle cx="8" cy="8" r="6" stroke="var(--line-strong)" />
          <path className={styles.arc} d="M8 2a6 6 0 0 1 6 6" />
        </>
      );
    case 'half':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" style={{ fill: colours.half }} stroke="none" />
        </>
      );
    case 'check':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="m5.4 8.2 1.8 1.8 3.4-3.8" />
        </>
      );
    case 'cross':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="m6 6 4 4m0-4-4 4" />
        </>
      );
    case 'pause':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M6.5 6v4m3-4v4" />
        </>
      );
    case 'partial':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M8 5v3.4m0 2.4v.1" />
        </>
      );
    case 'dash':
      return (
        <>
          <circle cx="8" cy="8" r="6" />
          <path d="M5.5 8h5" />
        </>
      );
  }
}
