import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Spending } from '@docuvault/contract/analytics.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Card } from '../home/card.tsx';
import { spentByMonth } from './months.ts';

/** What bills of the last twelve months state, by month and by category, one currency at a time. */
export const SpendingCard = ({ spending }: { spending: Spending }) => {
  const { t, n, format, month } = useLanguageMonths();
  const [chosen, setChosen] = useState(0);
  const total = spending.totals[chosen] ?? spending.totals[0];
  if (!total) return <Card title={t('insights.spending')}><p className="py-2 text-sm text-ink-soft">{t('insights.spending.none')}</p></Card>;
  const { currency } = total;
  const months = spentByMonth(spending, currency);
  const most = Math.max(...months.map((one) => one.total), 1);
  const kinds = spending.byCategory.filter((row) => row.currency === currency).sort((a, b) => b.total - a.total);
  return (
    <Card
      title={t('insights.spending')}
      end={spending.totals.length > 1 && (
        <div role="group" aria-label={t('insights.currency')} className="flex gap-1">
          {spending.totals.map((one, i) => (
            <button key={one.currency ?? 'none'} type="button" aria-pressed={one === total} onClick={() => { setChosen(i); }} className="min-h-8 rounded-control px-2 text-sm text-ink-soft hover:bg-sunken aria-pressed:bg-accent-wash aria-pressed:font-medium aria-pressed:text-accent-strong">{one.currency ?? '?'}</button>
          ))}
        </div>
      )}
    >
      <p className="text-2xl font-semibold tracking-tight tabular-nums">{format.money(total.total, currency)}</p>
      <p className="text-sm text-ink-soft">{n('insights.spending.of', total.documents)}</p>
      <table className="mt-4 w-full border-separate border-spacing-y-1 text-sm">
        <caption className="sr-only">{t('insights.byMonth')}</caption>
        <tbody>
          {months.map((one) => (
            <tr key={one.month}>
              <th scope="row" className="w-20 pr-2 text-left font-normal whitespace-nowrap text-ink-soft">{month(one.month)}</th>
              <td aria-hidden className="w-full"><div className="h-4 rounded-r-control bg-accent" style={{ width: `${Math.max(one.total > 0 ? 0.5 : 0, (one.total / most) * 100)}%` }} /></td>
              <td className="pl-2 text-right whitespace-nowrap tabular-nums">{one.total > 0 ? format.money(one.total, currency) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="mt-4 text-sm font-medium text-ink-soft">{t('insights.byCategory')}</h3>
      <ul className="grid">
        {kinds.map((row) => (
          <li key={row.category} className="flex min-h-9 items-center justify-between gap-3 text-sm">
            <Link to="/documents" search={{ category: row.category }} className="underline-offset-4 hover:underline">{t(`category.${row.category}`)}</Link>
            <span className="text-ink-soft tabular-nums">{format.money(row.total, currency)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
};

const useLanguageMonths = () => {
  const words = useLanguage();
  const names = new Intl.DateTimeFormat(words.language === 'hi' ? 'hi-IN' : 'en-IN', { month: 'short', year: 'numeric' });
  return { ...words, month: (name: string) => names.format(new Date(`${name}-01T00:00:00`)) };
};
