import { CalendarDays, Clock, FileText, Search, Shapes, Tag, UserRound, X, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { complete, typedAt } from './complete-query.ts';
import { useCompletions, type Completion } from './use-completions.ts';

const icons: Record<Completion['kind'], LucideIcon> = { recent: Clock, operator: Search, type: Shapes, tag: Tag, person: UserRound, date: CalendarDays, title: FileText };

type Props = {
  query: string;
  recent: readonly string[];
  /** `now` when it was sent or chosen, and not only typed. */
  onQuery(query: string, now: boolean): void;
  onOpen(documentId: string): void;
  /** The arrow leads out of the field, into the results. */
  onDown(): void;
};

/** The field of the search, with what it may be completed to below it. */
export const SearchField = ({ query, recent, onQuery, onOpen, onDown }: Props) => {
  const { t, n } = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(query);
  const [caret, setCaret] = useState(query.length);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const sent = useRef(query);
  useEffect(() => {
    // The address changed by something else than this field: a facet, a suggestion, the way back.
    if (query !== sent.current) setText(query);
    sent.current = query;
  }, [query]);
  const asked = useDeferredValue(text);
  const typed = typedAt(asked, Math.min(caret, asked.length));
  const list = useCompletions(asked, typed, recent, open);
  const shown = open && list.length > 0;
  const change = (next: string, now: boolean) => {
    setText(next);
    setAt(-1);
    sent.current = next;
    onQuery(next, now);
  };
  const choose = (completion: Completion) => {
    if (completion.kind === 'title') {
      setOpen(false);
      onOpen(completion.documentId);
      return;
    }
    if (completion.kind === 'recent') {
      setOpen(false);
      change(completion.text, true);
      return;
    }
    const next = complete(text, typedAt(text, caret), completion.text);
    setCaret(next.caret);
    change(next.query, completion.kind !== 'operator');
    setOpen(completion.kind === 'operator');
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (shown) setAt((before) => (key === 'ArrowDown' ? (before + 1) % list.length : (before <= 0 ? list.length : before) - 1));
      else if (key === 'ArrowDown' && text.trim() !== '') onDown();
      else setOpen(true);
    } else if (key === 'Enter') {
      event.preventDefault();
      const chosen = shown ? list[at] : undefined;
      if (chosen) {
        choose(chosen);
        return;
      }
      setOpen(false);
      change(text, true);
    } else if (key === 'Tab' && shown && at >= 0) {
      event.preventDefault();
      choose(list[at]!);
    } else if (key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else if (text) change('', true);
      else input.current?.blur();
    }
  };
  return (
    <div
      className="relative min-w-0 grow"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Search size={20} aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-faint" />
      <input
        ref={input}
        data-search
        role="combobox"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={shown ? `${id}-list` : undefined}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        value={text}
        placeholder={t('search.placeholder')}
        maxLength={1_000}
        onChange={(event) => {
          setCaret(event.target.selectionStart ?? event.target.value.length);
          setOpen(true);
          change(event.target.value, false);
        }}
        onSelect={(event) => { setCaret(event.currentTarget.selectionStart ?? 0); }}
        onClick={() => { setOpen(true); }}
        onKeyDown={press}
        className="min-h-12 w-full rounded-card border border-line-strong bg-surface pr-12 pl-11 text-base text-ink placeholder:text-ink-faint"
      />
      {text && (
        <span className="absolute inset-y-0 right-1.5 grid place-items-center">
          <IconButton label={t('search.clear')} className="size-9" onClick={() => { change('', true); input.current?.focus(); }}><X size={18} aria-hidden /></IconButton>
        </span>
      )}
      <p role="status" className="sr-only">{shown ? n('search.suggestions', list.length) : ''}</p>
      {shown && (
        <ul id={`${id}-list`} role="listbox" aria-label={t('search.completions')} className="enter absolute inset-x-0 top-full z-30 mt-1 max-h-[60dvh] overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-raised">
          {list.map((completion, index) => {
            const Icon = icons[completion.kind];
            return (
              // The keyboard stays in the field (see aria-activedescendant); the row is for the pointer.
              <li
                key={`${completion.kind} ${completion.text} ${'documentId' in completion ? completion.documentId : ''}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onPointerDown={(event) => { event.preventDefault(); }}
                onPointerMove={() => { setAt(index); }}
                onClick={() => { choose(completion); }}
                className={cx('flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 text-sm', index === at ? 'bg-accent-wash' : '')}
              >
                <Icon size={16} aria-hidden className="shrink-0 text-ink-faint" />
                <span className="truncate">{completion.label}</span>
                <span className="ml-auto shrink-0 text-xs text-ink-faint">{completion.hint ?? t(`search.kind.${completion.kind}`)}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
};
