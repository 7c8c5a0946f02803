import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellRing, CircleCheck, CircleHelp, LockKeyhole, PencilLine, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useApi } from '../../app/session.tsx';
import { doubtfulQuery } from '../../data/doubtful.ts';
import { fewDocumentsQuery } from '../../data/documents.ts';
import { nearRemindersQuery } from '../../data/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { failureText } from '../document/state-notice.tsx';
import { addDays, today } from '../reminders/calendar-days.ts';
import { Card, cardLink } from './card.tsx';

type Task = { id: string; title: string; why: string; icon: LucideIcon; tone: string; reminder?: true };
const most = 6;
const soonDays = 7;

/** What only the person can do: see to what is late or near, unlock, try again, check a value, say what a paper is. */
export const Attention = ({ recent }: { recent: readonly DocumentSummary[] }) => {
  const { t, n, format } = useLanguage();
  const api = useApi();
  const { data: failed = [] } = useQuery(fewDocumentsQuery(api, { status: 'failed', limit: 20 }));
  const { data: unknown = [] } = useQuery(fewDocumentsQuery(api, { status: 'completed', documentType: 'other', limit: 5 }));
  const { data: doubtful = [] } = useQuery(doubtfulQuery(api, recent));
  const { data: near = [] } = useQuery(nearRemindersQuery(api, addDays(today(), soonDays)));
  const tasks: Task[] = [
    ...near.filter(({ status }) => status === 'active').map(({ id, title, dueOn, reason, overdue }) => ({ id, title, why: `${t(`home.why.${reason ?? 'own'}`)} · ${format.relative(dueOn)}`, icon: BellRing, tone: overdue ? 'text-bad' : 'text-warn', reminder: true as const })),
    ...failed.map(({ id, title, failure }) => ({ id, title, why: t(failureText(failure?.code ?? '')), icon: failure?.code.includes('password') ? LockKeyhole : TriangleAlert, tone: 'text-warn' })),
    ...doubtful.map(({ id, title, count }) => ({ id, title, why: n('home.attention.check', count), icon: PencilLine, tone: 'text-warn' })),
    ...unknown.filter(({ id }) => !doubtful.some((one) => one.id === id)).slice(0, 3).map(({ id, title }) => ({ id, title, why: t('home.attention.unknown'), icon: CircleHelp, tone: 'text-ink-faint' })),
  ];
  return (
    <Card title={t('home.attention')} end={near.length > 0 && <Link to="/reminders" className={cardLink}>{t('home.reminders')}</Link>}>
      {tasks.length === 0 && <p className="flex items-center gap-2 py-2 text-sm text-ink-soft"><CircleCheck size={18} className="text-accent" aria-hidden />{t('home.attention.none')}</p>}
      <ul className="-mx-2">
        {tasks.slice(0, most).map(({ id, title, why, icon: Icon, tone, reminder }) => (
          <li key={id}>
            <Link {...(reminder ? { to: '/reminders', search: { r: id } } : { to: '/documents/$documentId', params: { documentId: id }, search: { panel: 'details' } })} className="flex min-h-14 items-center gap-3 rounded-control px-2 py-1.5 hover:bg-sunken">
              <Icon size={20} className={`shrink-0 ${tone}`} aria-hidden />
              <span className="min-w-0">
                <span className="block truncate text-sm font-medium">{title}</span>
                <span className="block text-sm text-ink-soft">{why}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {tasks.length > most && <p className="pt-1 text-sm text-ink-soft">{n('home.attention.more', tasks.length - most)}</p>}
    </Card>
  );
};
