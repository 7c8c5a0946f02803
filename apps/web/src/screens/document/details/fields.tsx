import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Document, Field } from '@docuvault/contract/document.ts';
import { useToast } from '../../../app/toasts.tsx';
import { useChangeDocument } from '../../../data/change-document.ts';
import { doubtfulFields } from '../../../data/doubtful.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { addable, byImportance, fieldLabel } from '../field-names.ts';
import { FieldEditor } from './field-editor.tsx';
import { FieldRow } from './field-row.tsx';
import { Section } from './section.tsx';

type Props = { document: Document; onShow(field: Field): void };

/** What was read from the document, the usual things first. */
export const Fields = ({ document, onShow }: Props) => {
  const { t, n } = useLanguage();
  const { mutate } = useChangeDocument(document.id);
  const [adding, setAdding] = useState<string | null>(null);
  const add = useReturnFocus<HTMLButtonElement>(adding !== null);
  const toast = useToast();
  const save = (field: Field, value: string | number | null) => {
    const undo = { label: t('common.undo'), run: () => { mutate({ fields: { [field.name]: field.value } }); } };
    const tell = () => { toast({ text: t('document.field.removed', { name: fieldLabel(field.name, t) }), action: undo }); };
    mutate({ fields: { [field.name]: value } }, value === null ? { onSuccess: tell } : {});
  };
  const count = document.access === 'view' ? 0 : doubtfulFields(document).length;
  const sorted = [...document.fields].sort(byImportance);
  const missing = addable.filter((name) => !document.fields.some((field) => field.name === name));
  return (
    <Section title={t('document.read')} end={count > 0 && <span className="rounded-full bg-warn-wash px-2 py-0.5 text-xs font-medium text-warn">{n('document.field.checkCount', count)}</span>}>
      {sorted.length === 0 && document.status === 'completed' && <p className="text-sm text-ink-soft">{t('document.fields.none')}</p>}
      <div className="grid gap-0.5">
        {sorted.map((field) => (
          <FieldRow key={field.name} field={field} document={document} onShow={() => { onShow(field); }} onSave={(value) => { save(field, value); }} />
        ))}
      </div>
      {adding === null ? (
        missing.length > 0 && document.access !== 'view' && <Button ref={add} small kind="quiet" className="mt-2 -ml-3" onClick={() => { setAdding(missing[0]!); }}><Plus size={16} aria-hidden />{t('document.fields.add')}</Button>
      ) : (
        <div className="mt-3 grid gap-2">
          <SelectField label={t('document.fields.which')} value={adding} options={missing.map((name) => ({ value: name, label: fieldLabel(name, t) }))} onChange={setAdding} />
          <FieldEditor
            key={adding}
            name={t('document.fields.value')}
            field={{ name: adding, value: '' }}
            onCancel={() => { setAdding(null); }}
            onSave={(value) => {
              mutate({ fields: { [adding]: value } });
              setAdding(null);
            }}
          />
        </div>
      )}
    </Section>
  );
};
