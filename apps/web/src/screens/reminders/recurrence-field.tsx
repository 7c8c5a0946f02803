import { useId, useState } from 'react';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readRule, ruleInWords, weekdayName, weekdays, writeRule, type Rhythm, type Unit } from './recurrence.ts';

const presets = ['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=6', 'FREQ=YEARLY'];
const units: readonly Unit[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const select = 'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink';

/** How often something comes again, in words. A rule that is more than they can say stays as it is until another is chosen. */
export const RecurrenceField = ({ rule, onChange }: { rule: string | null; onChange(rule: string | null): void }) => {
  const { t, n, format, language } = useLanguage();
  const locale = localeOf(language);
  const id = useId();
  const rhythm = rule === null ? null : readRule(rule);
  const plain = rhythm && writeRule({ ...rhythm, until: null, days: [] });
  const [custom, setCustom] = useState(plain !== null && !presets.includes(plain));
  const words = (of: string) => ruleInWords(of, { t, n, date: format.date, locale });
  const value = rule === null ? '' : rhythm === null ? 'own' : custom ? 'custom' : plain!;
  const write = (next: Rhythm) => { onChange(writeRule(next)); };
  return (
    <div className="grid gap-3">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('reminders.form.repeat')}</label>
        <select
          id={id}
          value={value}
          className={select}
          onChange={(event) => {
            const chosen = event.target.value;
            setCustom(chosen === 'custom');
            if (chosen === '') onChange(null);
            else if (chosen === 'custom') write({ unit: 'MONTHLY', every: 2, until: rhythm?.until ?? null, days: [] });
            else if (chosen !== 'own') write({ ...readRule(chosen)!, until: rhythm?.until ?? null });
          }}
        >
          <option value="">{t('reminders.rule.never')}</option>
          {presets.map((preset) => <option key={preset} value={preset}>{words(preset)}</option>)}
          <option value="custom">{t('reminders.rule.custom')}</option>
          {rule !== null && rhythm === null && <option value="own">{t('reminders.rule.own')}</option>}
        </select>
      </div>
      {rhythm && (
        <div className="grid grid-cols-2 gap-3">
          {custom && (
            <>
              <TextField label={t('reminders.form.every')} type="number" min={1} max={999} value={rhythm.every} onChange={(event) => { write({ ...rhythm, every: Math.max(1, Math.trunc(Number(event.target.value)) || 1) }); }} />
              <div className="grid gap-1.5">
                <label htmlFor={`${id}-unit`} className="text-sm font-medium text-ink-soft">{t('reminders.unit')}</label>
                <select id={`${id}-unit`} value={rhythm.unit} className={select} onChange={(event) => { write({ ...rhythm, unit: event.target.value as Unit }); }}>
                  {units.map((unit) => <option key={unit} value={unit}>{t(`reminders.unit.${unit}`)}</option>)}
                </select>
              </div>
            </>
          )}
          {rhythm.unit === 'WEEKLY' && (
            <fieldset className="col-span-2">
              <legend className="pb-1.5 text-sm font-medium text-ink-soft">{t('reminders.form.days')}</legend>
              <div className="flex flex-wrap gap-1.5">
                {weekdays.map((day) => (
                  <label key={day} className="inline-flex min-h-9 cursor-pointer items-center rounded-full border border-line-strong bg-surface px-3 text-sm has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
                    <input type="checkbox" className="sr-only" checked={rhythm.days.includes(day)} onChange={(event) => { write({ ...rhythm, days: event.target.checked ? [...rhythm.days, day] : rhythm.days.filter((one) => one !== day) }); }} />
                    {weekdayName(day, locale)}
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          <TextField className="col-span-2 sm:col-span-1" label={t('reminders.form.until')} type="date" value={rhythm.until ?? ''} onChange={(event) => { write({ ...rhythm, until: event.target.value || null }); }} />
        </div>
      )}
    </div>
  );
};
