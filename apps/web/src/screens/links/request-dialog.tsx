import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useApi, useSession } from '../../app/session.tsx';
import { useAct } from '../../data/act.ts';
import { foldersQuery, treeOf } from '../../data/folders.ts';
import { keys } from '../../data/keys.ts';
import { linkRequests, type LinkMade } from '../../data/links.ts';
import { usePeople } from '../../data/people.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { LinkBasics, readBasics } from './link-basics.tsx';
import { LinkReady } from './link-ready.tsx';

/** Makes a link by which an outsider sends files in. */
export const RequestDialog = ({ onClose }: { onClose(): void }) => {
  const { t } = useLanguage();
  const me = useSession().session?.user.id;
  const { data: folders = [] } = useQuery(foldersQuery(useApi()));
  const people = usePeople();
  const act = useAct(keys.links);
  const message = useId();
  const [folderId, setFolderId] = useState('');
  const [made, setMade] = useState<LinkMade | null>(null);
  const own = folders.filter(({ ownerId }) => ownerId === me);
  const make = (form: FormData) => {
    const [text, person] = [form.get('message'), form.get('person')].map((value) => (typeof value === 'string' ? value.trim() : ''));
    act.mutate([linkRequests.request({ ...readBasics(form), ...(text ? { message: text } : {}), ...(person ? { person } : {}), folderId: folderId || null })], { onSuccess: (link) => { setMade(link as LinkMade); } });
  };
  return (
    <Dialog title={t('request.title')} onClose={onClose} className="w-[min(36rem,calc(100vw-2rem))]">
      {made ? (
        <>
          <LinkReady link={made} />
          <div className="flex justify-end"><Button onClick={onClose}>{t('common.done')}</Button></div>
        </>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            make(new FormData(event.currentTarget));
          }}
        >
          <div className="grid gap-1.5">
            <label htmlFor={message} className="text-sm font-medium text-ink-soft">{t('request.message')}</label>
            <textarea id={message} name="message" data-first rows={3} maxLength={2000} aria-describedby={`${message}-hint`} className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-ink" />
            <p id={`${message}-hint`} className="text-sm text-ink-soft">{t('request.messageHint')}</p>
          </div>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <PickField label={t('request.folder')} value={folderId} options={[{ value: '', label: t('documents.move.none') }, ...treeOf(own).map(({ id, path }) => ({ value: id, label: path }))]} onChange={setFolderId} />
            <div>
              <TextField label={t('request.person')} name="person" list={`${message}-people`} autoComplete="off" maxLength={200} />
              <datalist id={`${message}-people`}>{people.map((name) => <option key={name} value={name} />)}</datalist>
            </div>
          </div>
          <LinkBasics usesLabel={t('link.maxFiles')} usesHint={t('link.maxFilesHint')} />
          <div className="flex justify-end gap-2">
            <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
            <Button kind="primary" type="submit" disabled={act.isPending} aria-busy={act.isPending}>{t('link.make')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
