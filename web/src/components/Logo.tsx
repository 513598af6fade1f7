/** The mark: an open ring with one point, drawn with the current accent. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.5" strokeLinecap="round">
        <path d="M20.5 11.2A6.5 6.5 0 1 0 20.5 20.8" />
        <circle cx="23" cy="16" r="1.6" fill="var(--on-accent)" stroke="none" />
      </g>
    </svg>
  );
}
