import { useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../auth/password-field.tsx';

const spans = ['24', '168', '720', '2160', '8760'] as const;

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What every link has, as the form of `LinkBasics` gives it. */
export const readBasics = (form: FormData): { label?: string; password?: string; maxUses?: number; expiresInHours: number } => {
  const [label, password, maxUses] = [textOf(form, 'label').trim(), textOf(form, 'linkPassword'), Number(textOf(form, 'maxUses'))];
  return { expiresInHours: Number(textOf(form, 'expires')), ...(label ? { label } : {}), ...(password ? { password } : {}), ...(maxUses > 0 ? { maxUses } : {}) };
};

/** Name, end, password and number of uses of a link. */
export const LinkBasics = ({ usesLabel, usesHint }: { usesLabel: string; usesHint: string }) => {
  const { t } = useLanguage();
  const [span, setSpan] = useState<(typeof spans)[number]>('168');
  return (
    <>
      <TextField label={t('link.label')} hint={t('link.labelHint')} name="label" maxLength={200} autoComplete="off" />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <div>
          <PickField label={t('link.expires')} value={span} options={spans.map((value) => ({ value, label: t(`link.expires.${value}`) }))} onChange={setSpan} />
          <input type="hidden" name="expires" value={span} />
        </div>
        <TextField label={usesLabel} hint={usesHint} name="maxUses" type="number" inputMode="numeric" min={1} max={10_000} step={1} />
      </div>
      <PasswordField label={t('link.password')} hint={t('link.passwordHint')} name="linkPassword" autoComplete="new-password" maxLength={200} />
    </>
  );
};
