import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { FileInput, Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { linksQuery } from '../../data/links.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { LinkList } from './link-list.tsx';
import { RequestDialog } from './request-dialog.tsx';
import { readLinksSearch } from './links-search.ts';

const kinds = ['share', 'request'] as const;

/** Every link that one has given, and every one by which one asks for files. */
export const LinksPage = () => {
  const { t } = useLanguage();
  const { kind = 'share' } = useSearch({ from: '/vault/links', select: readLinksSearch, structuralSharing: true });
  const links = useQuery(linksQuery(useApi(), kind));
  const [asking, setAsking] = useState(false);
  usePageTitle(t('links.title'));
  const ask = () => { setAsking(true); };
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 md:p-6">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">{t('links.title')}</h1>
        <Button small kind="primary" onClick={ask}><Plus size={16} aria-hidden />{t('links.request.new')}</Button>
      </div>
      <p className="max-w-prose text-sm text-ink-soft">{t('links.intro')}</p>
      <nav aria-label={t('links.title')} className="border-b border-line">
        <ul className="flex gap-1">
          {kinds.map((one) => (
            <li key={one}>
              <Link to="/links" search={one === 'request' ? { kind: one } : {}} replace activeOptions={{ exact: true, includeSearch: true }} aria-current={one === kind ? 'page' : undefined} className="flex min-h-11 items-center border-b-2 border-transparent px-3 text-sm text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink">{t(`links.kind.${one}`)}</Link>
            </li>
          ))}
        </ul>
      </nav>
      {links.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-2"><Skeleton className="h-16" /><Skeleton className="h-16" /></div>}
      {links.isError && !links.data && <Failed error={links.error} retry={() => void links.refetch()} />}
      {links.data?.length === 0 && (
        <Empty icon={kind === 'share' ? Link2 : FileInput} title={t(`links.${kind}.none.title`)} body={t(`links.${kind}.none.body`)}>
          {kind === 'share' ? <Link to="/documents" className="font-medium text-accent underline underline-offset-4">{t('links.share.go')}</Link> : <Button kind="primary" onClick={ask}><Plus size={18} aria-hidden />{t('links.request.new')}</Button>}
        </Empty>
      )}
      {links.data && links.data.length > 0 && <LinkList links={links.data} />}
      {asking && <RequestDialog onClose={() => { setAsking(false); }} />}
    </div>
  );
};
