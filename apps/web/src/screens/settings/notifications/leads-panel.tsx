import { X } from 'lucide-react';
import { useId } from 'react';
import type { ReminderPreferences } from '@docuvault/contract/reminders.ts';
import { documentTypes, type DocumentType } from '@docuvault/core/vocabulary.ts';
import { useChangePreferences } from '../../../data/notification-settings.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { LeadsField } from '../../reminders/leads-field.tsx';
import { Panel } from '../panel.tsx';

/** How long before a day the vault speaks, for papers of a kind. */
export const LeadsPanel = ({ preferences }: { preferences: ReminderPreferences }) => {
  const { t } = useLanguage();
  const id = useId();
  const { mutate } = useChangePreferences();
  const { leadDays } = preferences;
  const usual = leadDays.default ?? [];
  const own = documentTypes.filter((type) => leadDays[type] !== undefined);
  const others = documentTypes.filter((type) => leadDays[type] === undefined && type !== 'other').map((type) => ({ type, label: t(`type.${type}`) })).sort((a, b) => a.label.localeCompare(b.label));
  const drop = (type: DocumentType) => { mutate({ leadDays: Object.fromEntries(Object.entries(leadDays).filter(([one]) => one !== type)) }); };
  return (
    <Panel title={t('notify.leads')} hint={t('notify.leadsHint')}>
      <LeadsField label={t('notify.leads.default')} leads={usual} onChange={(leads) => { mutate({ leadDays: { ...leadDays, default: leads } }); }} />
      {own.map((type) => (
        <div key={type} className="flex items-start gap-2 border-t border-line pt-3">
          <div className="min-w-0 grow"><LeadsField label={t(`type.${type}`)} leads={leadDays[type] ?? []} onChange={(leads) => { mutate({ leadDays: { ...leadDays, [type]: leads } }); }} /></div>
          <IconButton label={t('notify.leads.drop', { type: t(`type.${type}`) })} onClick={() => { drop(type); }}><X size={17} aria-hidden /></IconButton>
        </div>
      ))}
      <div className="grid max-w-md gap-1.5">
        <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('notify.leads.add')}</label>
        <select id={id} value="" onChange={(event) => { mutate({ leadDays: { ...leadDays, [event.target.value]: usual } }); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink">
          <option value="">{t('notify.leads.choose')}</option>
          {others.map(({ type, label }) => <option key={type} value={type}>{label}</option>)}
        </select>
      </div>
    </Panel>
  );
};
