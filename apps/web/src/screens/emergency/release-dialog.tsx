import { useId, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DocumentField, type ChosenDocument } from '../reminders/document-field.tsx';

const things = ['everything', 'folder', 'document'] as const;
const releases = ['emergency', 'now', 'never'] as const;
const select = 'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-ink';

type Props = {
  people: readonly { userId: string; name: string }[];
  folders: readonly { id: string; path: string }[];
  onGive(share: Record<string, unknown>): void;
  onClose(): void;
};

/** Says what is released, to whom, and when. */
export const ReleaseDialog = ({ people, folders, onGive, onClose }: Props) => {
  const { t } = useLanguage();
  const id = useId();
  const [thing, setThing] = useState<(typeof things)[number]>('document');
  const [document, setDocument] = useState<ChosenDocument | null>(null);
  const [folderId, setFolderId] = useState(folders[0]?.id ?? '');
  const [memberId, setMemberId] = useState('');
  const [release, setRelease] = useState<(typeof releases)[number]>('emergency');
  const what = thing === 'everything' ? { everything: true } : thing === 'folder' ? (folderId ? { folderId } : null) : document ? { documentId: document.id } : null;
  return (
    <Dialog title={t('emergency.release')} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!what) return;
          onGive({ ...what, memberId: memberId || null, release });
          onClose();
        }}
      >
        <Choice<(typeof things)[number]> label={t('emergency.what')} value={thing} options={things.map((value) => ({ value, label: t(`emergency.what.${value}`) }))} onChange={setThing} />
        {thing === 'document' && <DocumentField chosen={document} onChoose={setDocument} />}
        {thing === 'folder' && (folders.length === 0 ? <p className="text-sm text-ink-soft">{t('emergency.noFolder')}</p> : (
          <div className="grid gap-1.5">
            <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('document.folder')}</label>
            <select id={id} value={folderId} onChange={(event) => { setFolderId(event.target.value); }} className={select}>{folders.map((folder) => <option key={folder.id} value={folder.id}>{folder.path}</option>)}</select>
          </div>
        ))}
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-who`} className="text-sm font-medium text-ink-soft">{t('emergency.toWhom')}</label>
          <select id={`${id}-who`} value={memberId} onChange={(event) => { setMemberId(event.target.value); }} className={select}>
            <option value="">{t('emergency.toAll')}</option>
            {people.map((person) => <option key={person.userId} value={person.userId}>{person.name}</option>)}
          </select>
        </div>
        <Choice<(typeof releases)[number]> label={t('emergency.when')} value={release} options={releases.map((value) => ({ value, label: t(`emergency.release.${value}`) }))} onChange={setRelease} />
        <p className="text-sm text-ink-faint">{t(`emergency.releaseHint.${release}`)}</p>
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!what}>{t('common.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
