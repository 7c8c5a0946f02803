import type { Subscription } from '@docuvault/contract/subscription.ts';
import { useLanguage } from '../../../i18n/language.tsx';

const Bar = ({ label, said, used, limit }: { label: string; said: string; used: number; limit: number }) => {
  const share = limit > 0 ? Math.min(1, used / limit) : 0;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-3 text-sm"><span className="font-medium">{label}</span><span className="text-ink-soft tabular-nums">{said}</span></p>
      <div role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="h-2.5 overflow-hidden rounded-full bg-sunken">
        <div className={share > 0.9 ? 'h-full bg-bad' : 'h-full bg-accent'} style={{ width: `${Math.max(share * 100, used > 0 ? 0.5 : 0)}%` }} />
      </div>
    </div>
  );
};

/** What is used of the plan's limits. */
export const Usage = ({ usage }: { usage: Subscription['usage'] }) => {
  const { t, n, format } = useLanguage();
  const { storageUsed, storageLimit, aiUsed, aiLimit, members } = usage;
  return (
    <div className="grid gap-4">
      <Bar label={t('plan.storage')} said={t('plan.of', { used: format.bytes(storageUsed), limit: format.bytes(storageLimit) })} used={storageUsed} limit={storageLimit} />
      <Bar label={t('plan.questions')} said={t('plan.of', { used: format.number(aiUsed), limit: format.number(aiLimit) })} used={aiUsed} limit={aiLimit} />
      {members > 1 && <p className="text-sm text-ink-soft">{n('plan.members', members)}</p>}
    </div>
  );
};
