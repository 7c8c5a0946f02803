import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { categories, type Category } from '@docuvault/core/vocabulary.ts';
import { useApi } from '../../app/session.tsx';
import { profileQuery } from '../../data/account.ts';
import { countsQuery } from '../../data/counts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Card } from './card.tsx';

const isCategory = (value: string): value is Category => categories.some((one) => one === value);

/** How many papers of which kind, and the room they take. */
export const Contents = () => {
  const { t, format } = useLanguage();
  const api = useApi();
  const { data: counts } = useQuery(countsQuery(api));
  const { data: usage } = useQuery(profileQuery(api));
  const kinds = (counts?.facets.category ?? []).filter(({ value }) => isCategory(value)).sort((a, b) => b.count - a.count);
  if (kinds.length === 0 && !usage) return null;
  const share = usage?.storageLimit ? Math.min(1, usage.storageUsed / usage.storageLimit) : null;
  return (
    <Card title={t('home.categories')}>
      <ul className="flex flex-wrap gap-2">
        {kinds.map(({ value, count }) => (
          <li key={value}>
            <Link to="/documents" search={{ category: value as Category }} className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong px-3 text-sm hover:bg-accent-wash">
              {t(`category.${value as Category}`)}<span className="text-ink-faint tabular-nums">{format.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {usage && (
        <div className="mt-4 grid gap-1.5 text-sm">
          <p className="flex justify-between gap-3"><span>{t('home.storage')}</span><span className="text-ink-soft tabular-nums">{usage.storageLimit ? t('home.storage.used', { used: format.bytes(usage.storageUsed), limit: format.bytes(usage.storageLimit) }) : t('home.storage.usedOnly', { used: format.bytes(usage.storageUsed) })}</span></p>
          {share !== null && <div role="meter" aria-label={t('home.storage')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="h-2 overflow-hidden rounded-full bg-sunken"><div className="h-full rounded-full bg-accent" style={{ width: `${Math.max(1, share * 100)}%` }} /></div>}
        </div>
      )}
    </Card>
  );
};
