import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LinkInput } from '@docuvault/contract/links.ts';
import { useApi } from '../../app/session.tsx';
import { useAct } from '../../data/act.ts';
import { keys } from '../../data/keys.ts';
import { linkRequests, linksOfDocumentQuery, type LinkMade } from '../../data/links.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { LinkBasics, readBasics } from '../links/link-basics.tsx';
import { LinkList } from '../links/link-list.tsx';
import { LinkReady } from '../links/link-ready.tsx';

type Props = { documents: readonly { id: string; title: string }[] };

const LinksOf = ({ documentId }: { documentId: string }) => {
  const { t } = useLanguage();
  const { data } = useQuery(linksOfDocumentQuery(useApi(), documentId));
  if (!data) return null;
  return (
    <section aria-labelledby="links-to-this" className="grid min-w-0 gap-2 border-t border-line pt-4">
      <h3 id="links-to-this" className="text-sm font-semibold">{t('link.list')}</h3>
      {data.length === 0 ? <p className="text-sm text-ink-soft">{t('link.none')}</p> : <LinkList links={data} plain />}
    </section>
  );
};

/** Makes a link to the documents, and lists those that there are to a single one. */
export const ShareByLink = ({ documents }: Props) => {
  const { t } = useLanguage();
  const act = useAct(keys.links);
  const [permission, setPermission] = useState<LinkInput['permission']>('view');
  const [made, setMade] = useState<LinkMade | null>(null);
  const [only] = documents;
  const make = (form: FormData) => {
    act.mutate([linkRequests.give(documents.map(({ id }) => id), { ...readBasics(form), permission, watermark: form.get('watermark') !== null })], { onSuccess: (link) => { setMade(link as LinkMade); } });
  };
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
      {made ? (
        <LinkReady link={made} onAgain={() => { setMade(null); }} />
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            make(new FormData(event.currentTarget));
          }}
        >
          <PickField label={t('link.permission')} value={permission} options={[{ value: 'view', label: t('link.permission.view') }, { value: 'download', label: t('link.permission.download') }]} onChange={setPermission} hint={t('link.viewHint')} />
          <LinkBasics usesLabel={t('link.maxUses')} usesHint={t('link.maxUsesHint')} />
          <label className="flex cursor-pointer items-start gap-3 text-sm">
            <input type="checkbox" name="watermark" className="mt-0.5 size-5 shrink-0 accent-accent" />
            <span><span className="block font-medium">{t('link.watermark')}</span><span className="text-ink-soft">{t('link.watermarkHint')}</span></span>
          </label>
          <div className="flex justify-end"><Button kind="primary" type="submit" disabled={act.isPending} aria-busy={act.isPending}>{t('link.make')}</Button></div>
        </form>
      )}
      {only && documents.length === 1 && <LinksOf documentId={only.id} />}
    </div>
  );
};
