import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const rows = [
  ['"no claim bonus"', 'phrase'], ['-draft', 'without'], ['type:passport', 'type'], ['tag:home', 'tag'], ['person:Asha', 'person'], ['before:2024-06', 'before'], ['after:2023', 'after'],
] as const;

/** What can be written into the field beside words. A press writes it there. */
export const SearchHelp = ({ onClose, onTry }: { onClose(): void; onTry(text: string): void }) => {
  const { t } = useLanguage();
  return (
    <Dialog title={t('search.help.title')} onClose={onClose}>
      <p className="text-sm text-ink-soft">{t('search.help.body')}</p>
      <ul className="grid gap-1">
        {rows.map(([example, name]) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                onClose();
                onTry(example);
              }}
              className="flex min-h-11 w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-control px-2 py-1 text-left text-sm hover:bg-sunken"
            >
              <code className="rounded-md bg-sunken px-2 py-1 font-mono text-xs">{example}</code>
              <span className="text-ink-soft">{t(`search.help.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
