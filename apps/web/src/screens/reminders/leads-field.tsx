import { useLanguage } from '../../i18n/language.tsx';

const usual = [0, 1, 3, 7, 14, 30, 60, 90, 180];

/** Which days before the day a reminder speaks on, as chips. */
export const LeadsField = ({ label, leads, onChange }: { label: string; leads: readonly number[]; onChange(leads: number[]): void }) => {
  const { t } = useLanguage();
  const shown = [...new Set([...usual, ...leads])].sort((a, b) => a - b);
  const named = (days: number) => (days === 0 ? t('reminders.form.lead.0') : days === 1 ? t('reminders.form.lead.1') : t('reminders.form.lead.n', { days }));
  return (
    <fieldset>
      <legend className="pb-1.5 text-sm font-medium text-ink-soft">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {shown.map((days) => (
          <label key={days} className="inline-flex min-h-9 cursor-pointer items-center rounded-full border border-line-strong bg-surface px-3 text-sm has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
            <input
              type="checkbox"
              className="sr-only"
              checked={leads.includes(days)}
              onChange={(event) => {
                const next = event.target.checked ? [...leads, days] : leads.filter((one) => one !== days);
                // Something has to be said some time.
                onChange(next.length > 0 ? next.sort((a, b) => b - a) : [0]);
              }}
            />
            {named(days)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
