import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, MessagesSquare } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { countsQuery } from '../../data/counts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { questionIdeas } from './question-ideas.ts';

/** Before the first question: what can be asked of this very vault. */
export const ChatStart = ({ scoped, onAsk }: { scoped: boolean; onAsk(question: string): void }) => {
  const { t } = useLanguage();
  const { data: counts } = useQuery(countsQuery(useApi()));
  const ideas = scoped ? [t('chat.idea.about'), t('chat.idea.amounts'), t('chat.idea.dates')] : questionIdeas(counts, t);
  return (
    <div className="grid content-center gap-6 py-10">
      <div className="grid gap-2">
        <span className="grid size-12 place-items-center rounded-full bg-accent-wash text-accent"><MessagesSquare size={22} aria-hidden /></span>
        <h2 className="text-xl font-semibold tracking-tight">{t('chat.start.title')}</h2>
        <p className="max-w-prose text-ink-soft">{counts?.total === 0 ? t('chat.start.empty') : t('chat.start.body')}</p>
      </div>
      {ideas.length > 0 && (
        <ul aria-label={t('chat.ideas')} className="grid gap-2 sm:grid-cols-2">
          {ideas.map((idea) => (
            <li key={idea}>
              <button type="button" onClick={() => { onAsk(idea); }} className="group flex min-h-12 w-full items-center gap-3 rounded-card border border-line bg-surface px-4 py-2 text-left text-sm hover:border-line-strong hover:bg-accent-wash">
                <span className="grow">{idea}</span><ArrowUpRight size={16} aria-hidden className="shrink-0 text-ink-faint group-hover:text-accent" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
