import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';

/** The title, edited where it stands. */
export const TitleEditor = ({ title, readOnly = false, onSave }: { title: string; readOnly?: boolean; onSave(title: string): void }) => {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  useShortcuts(readOnly ? [] : [{ keys: 'e', label: 'document.shortcut.edit', run: () => { setTyped(title); } }]);
  if (typed === null) {
    return (
      <div className="flex min-w-0 grow items-center gap-1">
        <h1 className="truncate text-lg font-semibold tracking-tight" title={title}>{title}</h1>
        {!readOnly && <IconButton label={t('document.rename')} className="size-9 shrink-0" onClick={() => { setTyped(title); }}><Pencil size={15} aria-hidden /></IconButton>}
      </div>
    );
  }
  const done = () => {
    const next = typed.trim();
    if (next && next !== title) onSave(next);
    setTyped(null);
  };
  return (
    <form
      className="min-w-0 grow"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <input
        aria-label={t('document.title')}
        value={typed}
        autoFocus
        maxLength={500}
        onFocus={(event) => { event.target.select(); }}
        onChange={(event) => { setTyped(event.target.value); }}
        onBlur={done}
        onKeyDown={(event) => { if (event.key === 'Escape') setTyped(null); }}
        className="min-h-10 w-full max-w-xl rounded-control border border-line-strong bg-surface px-2 text-lg font-semibold"
      />
    </form>
  );
};
