import { useLanguage } from '../../../i18n/language.tsx';
import { cx } from '../../../ui/cx.ts';

const soonDays = 90;

/** Days from today to a calendar date; negative when it is past. */
export const daysUntil = (date: string, now = new Date()): number => Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 86_400_000);

/** When a document runs out; coloured, and said in words, when that is soon or past. */
export const ExpiryNote = ({ date, relative = false }: { date: string; relative?: boolean }) => {
  const { format } = useLanguage();
  const days = daysUntil(date);
  return (
    <time dateTime={date} title={`${format.date(date)} · ${format.relative(date)}`} className={cx('tabular-nums', days < 0 ? 'text-bad' : days <= soonDays ? 'text-warn' : '')}>
      {relative ? format.relative(date) : format.date(date)}
    </time>
  );
};
