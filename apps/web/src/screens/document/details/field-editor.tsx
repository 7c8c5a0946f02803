import { useState } from 'react';
import type { Field } from '@docuvault/contract/document.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { isDateField } from '../field-names.ts';

type Props = { name: string; field: Pick<Field, 'name' | 'value'>; onSave(value: string | number): void; onCancel(): void };

/** A value while it is put right. */
export const FieldEditor = ({ name, field, onSave, onCancel }: Props) => {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(String(field.value));
  const amount = typeof field.value === 'number';
  return (
    <form
      className="grid gap-3 rounded-control border border-line-strong bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const value = typed.trim();
        if (value) onSave(amount ? Number(value.replaceAll(',', '')) : value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField label={name} value={typed} autoFocus autoComplete="off" type={isDateField(field.name) ? 'date' : 'text'} inputMode={amount ? 'decimal' : undefined} pattern={amount ? '-?[0-9,]*([.][0-9]+)?' : undefined} onChange={(event) => { setTyped(event.target.value); }} />
      <div className="flex justify-end gap-2">
        <Button small kind="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        <Button small kind="primary" type="submit">{t('common.save')}</Button>
      </div>
    </form>
  );
};
