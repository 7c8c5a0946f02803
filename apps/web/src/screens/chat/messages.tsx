import { RotateCcw } from 'lucide-react';
import type { ChatMessage, Citation } from '@docuvault/contract/chat.ts';
import { wordsOf } from '../../app/error-words.ts';
import type { Asking } from '../../data/ask.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { AnswerNote } from './answer-note.tsx';
import { Citations } from './citations.tsx';

type Shown = { doc?: string; q?: string };

const Question = ({ text }: { text: string }) => {
  const { t } = useLanguage();
  return (
    <div className="ml-auto max-w-[85%] rounded-card rounded-br-sm bg-accent-wash px-4 py-2.5 break-words whitespace-pre-wrap">
      <span className="sr-only">{t('chat.you')}: </span>{text}
    </div>
  );
};

const words = 'max-w-prose leading-relaxed break-words whitespace-pre-wrap';

const Answer = ({ message, shown, onOpen }: { message: ChatMessage; shown: Shown; onOpen(citation: Citation): void }) => {
  const { t } = useLanguage();
  return (
    <div className="grid gap-2.5">
      <p className={words}><span className="sr-only">{t('chat.vault')}: </span>{message.content}</p>
      <Citations citations={message.citations} shown={shown} onOpen={onOpen} />
      <AnswerNote message={message} />
    </div>
  );
};

/** The answer that is still coming, or did not come. */
const Coming = ({ asking, shown, onOpen, onAgain }: { asking: Asking; shown: Shown; onOpen(citation: Citation): void; onAgain(): void }) => {
  const { t, language } = useLanguage();
  const { stage, text, citations, error } = asking;
  const ended = stage === 'failed' || stage === 'stopped';
  return (
    <>
      <Question text={asking.question} />
      <div className="grid gap-2.5" aria-busy={!ended}>
        {text && <p className={words}>{text}{!ended && <span aria-hidden className="ml-0.5 inline-block h-4 w-1.5 translate-y-0.5 animate-pulse rounded-sm bg-accent" />}</p>}
        {!text && !ended && (
          <p className="flex items-center gap-2.5 text-sm text-ink-soft">
            <span aria-hidden className="flex gap-1">{[0, 1, 2].map((dot) => <span key={dot} className="size-1.5 animate-pulse rounded-full bg-accent" style={{ animationDelay: `${dot * 160}ms` }} />)}</span>
            {t(stage === 'answering' ? 'chat.answering' : 'chat.searching')}
          </p>
        )}
        <Citations citations={citations} shown={shown} onOpen={onOpen} />
        {stage === 'stopped' && <p className="text-sm text-ink-soft">{t('chat.stopped')}</p>}
        {stage === 'failed' && <p role="alert" className="text-sm text-bad">{wordsOf(error, t, language)}</p>}
        {ended && <div><Button small onClick={onAgain}><RotateCcw size={15} aria-hidden />{t('common.retry')}</Button></div>}
      </div>
    </>
  );
};

type Props = { messages: readonly ChatMessage[]; asking: Asking | null; shown: Shown; onOpen(citation: Citation): void; onAgain(): void };

/** The conversation so far. What is new is told to screen readers once it is whole, not word by word. */
export const Messages = ({ messages, asking, shown, onOpen, onAgain }: Props) => (
  <div className="grid gap-6">
    {messages.map((message) => (message.role === 'user' ? <Question key={message.id} text={message.content} /> : <Answer key={message.id} message={message} shown={shown} onOpen={onOpen} />))}
    {asking && <Coming asking={asking} shown={shown} onOpen={onOpen} onAgain={onAgain} />}
  </div>
);
