import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Keys } from '../../ui/keys.tsx';
import { setSingleKeys, singleKeysOn, useShortcutList, type Shortcut } from '../shortcuts.tsx';

const Table = ({ title, list }: { title: string; list: readonly Shortcut[] }) => {
  const { t } = useLanguage();
  if (list.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-ink-faint">{title}</h3>
      <ul>
        {list.map(({ keys, label }) => (
          <li key={keys} className="flex items-center justify-between gap-6 border-b border-line py-2 text-sm last:border-0">
            {t(label)}
            <Keys keys={keys} then={t('help.then')} />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The shortcuts that work on the screen behind it. */
export const Help = ({ onClose }: { onClose(): void }) => {
  const { t } = useLanguage();
  const all = useShortcutList()();
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <Table title={t('help.here')} list={all.filter(({ everywhere }) => !everywhere)} />
      <Table title={t('help.everywhere')} list={all.filter(({ everywhere }) => everywhere)} />
      <label className="flex items-start gap-3 rounded-control bg-sunken p-3 text-sm">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            setSingleKeys(event.target.checked);
          }}
        />
        <span>
          <span className="font-medium">{t('help.singleKeys')}</span>
          <span className="block text-ink-soft">{t('help.singleKeysHint')}</span>
        </span>
      </label>
    </Dialog>
  );
};
