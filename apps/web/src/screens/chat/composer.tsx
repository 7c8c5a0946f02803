import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';

type Props = { start: string; busy: boolean; onAsk(question: string): void; onStop(): void; children?: ReactNode };

const longest = 4_000;

/** Where a question is written. It grows with it; Enter asks, Shift+Enter begins a line. */
export const Composer = ({ start, busy, onAsk, onStop, children }: Props) => {
  const { t, format } = useLanguage();
  const fullId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start);
  useEffect(() => {
    if (!start) return;
    setText(start);
    field.current?.focus();
  }, [start]);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  }, [text]);
  const send = () => {
    const question = text.trim();
    if (question === '' || busy) return;
    setText('');
    onAsk(question);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="rounded-card border border-line-strong bg-surface p-1.5 shadow-raised focus-within:border-accent"
    >
      {children}
      <div className="flex items-end gap-1.5">
        <textarea
          ref={field}
          data-search
          rows={1}
          value={text}
          maxLength={longest}
          aria-describedby={text.length >= longest ? fullId : undefined}
          aria-label={t('chat.field')}
          placeholder={t('chat.placeholder')}
          enterKeyHint="send"
          onChange={(event) => { setText(event.target.value); }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
          className="max-h-[35dvh] min-h-11 w-full resize-none bg-transparent px-2.5 py-2.5 outline-none placeholder:text-ink-faint"
        />
        {busy ? (
          <IconButton label={t('chat.stop')} className="size-11 shrink-0 bg-sunken text-ink" onClick={onStop}><Square size={16} fill="currentColor" aria-hidden /></IconButton>
        ) : (
          <IconButton type="submit" label={t('chat.send')} disabled={text.trim() === ''} className="size-11 shrink-0 bg-accent !text-on-accent hover:!bg-accent-strong"><ArrowUp size={20} aria-hidden /></IconButton>
        )}
      </div>
      {text.length >= longest && <p id={fullId} role="status" className="px-2.5 pb-1 text-xs text-warn">{t('chat.full', { most: format.number(longest) })}</p>}
    </form>
  );
};
