import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import styles from './Stage.module.css';

type Tone = 'people' | 'agent' | 'coordination' | 'done';

function tone(name: Tone, at: number): CSSProperties {
  return {
    '--tone': `var(--${name}-line)`,
    '--tone-bg': `var(--${name}-bg)`,
    '--at': at,
  } as CSSProperties;
}

function Said({ by, at, children }: { by: Tone; at: number; children: ReactNode }) {
  return <mark style={tone(by, at)}>{children}</mark>;
}

function Box({ x, y, by, at, children }: { x: number; y: number; by: Tone; at: number; children: string }) {
  return (
    <g className={styles.node} style={tone(by, at)}>
      <rect x={x} y={y} width="128" height="44" rx="6" />
      <text x={x + 64} y={y + 22}>
        {children}
      </text>
    </g>
  );
}

function Edge({ d, at }: { d: string; at: number }) {
  return <path className={styles.edge} style={{ '--at': at } as CSSProperties} d={d} pathLength={1} />;
}

/** What the product does, in one picture: a sentence on top becomes a process below. */
export function Stage() {
  return (
    <div className={styles.stage}>
      <p className={styles.text}>
        <Trans>
          <Said by="people" at={0}>
            The clerk records the invoice.
          </Said>{' '}
          <Said by="coordination" at={1}>
            If the amount is above 500
          </Said>
          ,{' '}
          <Said by="people" at={2}>
            the manager approves it
          </Said>
          ; otherwise{' '}
          <Said by="agent" at={3}>
            it is booked at once
          </Said>
          .
        </Trans>
      </p>
      <svg className={styles.drawing} viewBox="0 0 720 300" role="presentation">
        {[t`Clerk`, t`Manager`, t`System`].map((name, row) => (
          <g key={name}>
            <rect className={styles.lane} x="0.5" y={row * 100 + 0.5} width="719" height="99" />
            <text className={styles.lanename} x="14" y={row * 100 + 22}>
              {name}
            </text>
          </g>
        ))}
        <Edge at={0} d="M 208 58 H 262" />
        <Edge at={1} d="M 288 84 V 150 H 380" />
        <text className={styles.edgelabel} x="298" y="142">
          {t`above 500`}
        </text>
        <Edge at={2} d="M 508 150 H 560 V 228" />
        <Edge at={3} d="M 314 58 H 560 V 228" />
        <text className={styles.edgelabel} x="326" y="50">
          otherwise
        </text>
        <Edge at={4} d="M 624 250 H 664" />
        <Box x={80} y={36} by="people" at={0}>
          {t`Record invoice`}
        </Box>
        <g className={styles.node} style={tone('coordination', 1)}>
          <path d="M 288 32 L 314 58 L 288 84 L 262 58 Z" />
        </g>
        <Box x={380} y={128} by="people" at={2}>
          {t`Approve invoice`}
        </Box>
        <Box x={496} y={228} by="agent" at={3}>
          {t`Book invoice`}
        </Box>
        <g className={styles.node} style={tone('done', 4)}>
          <circle cx="678" cy="250" r="13" />
        </g>
      </svg>
      <p className={styles.caption}>
        {t`Eight analysts read how the work is done today, and say what to build.`}
      </p>
    </div>
  );
}
