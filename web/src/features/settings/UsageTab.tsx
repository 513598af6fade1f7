import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { MeasureUsage } from '@/api/types';
import { Notice } from '@/components/Notice';
import { QueryError } from '@/components/QueryError';
import { SkeletonRows } from '@/components/Skeleton';
import { bytes, moment, number, percent } from '@/lib/locale';
import { usageOptions } from '@/api/usage';
import styles from './UsageTab.module.css';

type Measure = MeasureUsage['measure'];

const names: Record<Measure, MessageDescriptor> = {
  projects: msg`Projects`,
  members: msg`Members`,
  storage_bytes: msg`Storage`,
  analyses: msg`Analyses`,
  model_tokens: msg`Model tokens`,
};

const tiers = { free: msg`Free`, team: msg`Team`, enterprise: msg`Enterprise` } as const;

/** What the organization uses, beside what its tier holds. */
export function UsageTab() {
  const usage = useQuery(usageOptions);
  if (usage.isPending) return <SkeletonRows count={5} height={72} />;
  if (usage.isError) return <QueryError query={usage} />;
  const { tier, measures } = usage.data;
  const near = measures.filter((one) => one.level !== 'normal');
  const tierName = tier && i18n._(tiers[tier]);
  return (
    <div className={styles.usage}>
      <p className={styles.lead}>
        {tierName
          ? t`This organization has the tier ${tierName}.`
          : t`No tier is assigned to this organization: nothing is limited.`}
      </p>
      {near.length > 0 && (
        <Notice kind="warning">
          {t`Some of it is nearly used up. An operator of this server can assign another tier.`}
        </Notice>
      )}
      <ul className={styles.measures}>
        {measures.map((one) => (
          <Measured key={one.measure} usage={one} />
        ))}
      </ul>
    </div>
  );
}

function Measured({ usage }: { usage: MeasureUsage }) {
  const { measure, limit, level } = usage;
  const taken = usage.used + usage.reserved;
  const name = i18n._(names[measure]);
  const shown = (value: number) => (measure === 'storage_bytes' ? bytes(value) : number(value));
  const used = shown(taken);
  const allowed = limit === null ? null : shown(limit);
  const figure = allowed === null ? used : t`${used} of ${allowed}`;
  return (
    <li data-level={level}>
      <div className={styles.line}>
        <b>{name}</b>
        <span className={styles.figure}>{figure}</span>
      </div>
      {limit !== null && (
        <meter
          className={styles.bar}
          aria-label={name}
          aria-valuetext={figure}
          min={0}
          max={Math.max(limit, 1)}
          value={Math.min(taken, Math.max(limit, 1))}
        />
      )}
      <p className={styles.note}>
        <Level usage={usage} taken={taken} />
        {period(usage)}
      </p>
    </li>
  );
}

function Level({ usage, taken }: { usage: MeasureUsage; taken: number }) {
  if (usage.level === 'normal' || usage.limit === null) return null;
  const share = percent((100 * taken) / Math.max(usage.limit, 1));
  const reached = usage.level === 'reached';
  const Icon = reached ? CircleAlert : TriangleAlert;
  return (
    <strong>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {reached ? t`The limit is reached.` : t`${share} used.`}
    </strong>
  );
}

function period({ resets_at: resets }: MeasureUsage): string {
  if (resets === null) return t`Counted as it stands.`;
  const day = moment(Date.parse(resets), { dateStyle: 'long' });
  return t`This month; begins anew on ${day}.`;
}
