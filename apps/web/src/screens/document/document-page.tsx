import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FileQuestion } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useEffect, useState } from 'react';
import type { Field } from '@docuvault/contract/document.ts';
import { VaultError } from '../../api/vault-api.ts';
import { useApi } from '../../app/session.tsx';
import { documentQuery } from '../../data/documents.ts';
import { useKeptInstead } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Details } from './details/details.tsx';
import { DocumentHeader } from './document-header.tsx';
import { panels, readDocumentSearch, type Panel } from './document-search.ts';
import { HistoryPanel } from './panels/history-panel.tsx';
import { SimilarPanel } from './panels/similar-panel.tsx';
import { TextPanel } from './panels/text-panel.tsx';
import { OwnerNotice } from './owner-notice.tsx';
import { StateNotice } from './state-notice.tsx';
import { TrashNotice } from './trash-notice.tsx';
import type { Focus } from './viewer/focus.ts';
import { Viewer } from './viewer/viewer.tsx';
import { waysToWrite } from './viewer/ways-to-write.ts';

const tab = 'min-h-11 shrink-0 border-b-2 border-transparent px-3 text-sm text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink';

/** The document beside what is known of it; one after the other where the window is narrow. */
export const DocumentPage = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { documentId } = useParams({ from: '/vault/documents/$documentId' });
  const { page, q, panel } = useSearch({ from: '/vault/documents/$documentId', select: readDocumentSearch, structuralSharing: true });
  const wide = useMedia('(min-width: 64rem)');
  const document = useQuery(documentQuery(useApi(), documentId));
  const [focus, setFocus] = useState<Focus | null>(null);
  const [password, setPassword] = useState<string>();
  const isLooking = useKeptInstead(documentId, document.data === undefined);
  usePageTitle(document.data?.title ?? '');
  useEffect(() => {
    setFocus(page || q ? { page: page ?? null, wanted: q ? [q] : [], loose: true, nonce: Date.now() } : null);
  }, [documentId, page, q]);
  useEffect(() => {
    setPassword(undefined);
  }, [documentId]);
  const choose = (next: Panel) => void navigate({ to: '.', search: (before) => ({ ...before, panel: next }), replace: true });
  const chosen: Panel = panel && (wide ? panel !== 'view' : true) ? panel : wide ? 'details' : page || q ? 'view' : 'details';
  const showField = (field: Field) => {
    setFocus({ page: field.page, wanted: waysToWrite(field.value), loose: false, nonce: Date.now() });
    if (!wide) choose('view');
  };
  if (document.isError && !document.data && !isLooking) {
    if (!(document.error instanceof VaultError && document.error.status === 404)) return <Failed error={document.error} retry={() => void document.refetch()} />;
    return (
      <Empty icon={FileQuestion} heading="h1" title={t('document.missing.title')} body={t('document.missing.body')}>
        <Link to="/documents" className="font-medium text-accent underline underline-offset-4">{t('document.missing.all')}</Link>
      </Empty>
    );
  }
  if (!document.data) {
    return (
      <div role="status" aria-label={t('common.loading')} className="grid h-full grid-rows-[auto_1fr] gap-4 p-4">
        <Skeleton className="h-7 w-80 max-w-full" />
        <Skeleton className="h-full" />
      </div>
    );
  }
  const { data } = document;
  const viewer = <Viewer key={`${data.id} ${data.version}`} document={data} focus={focus} password={password} />;
  const shown: readonly Panel[] = wide ? panels : ['view', ...panels];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <DocumentHeader document={data} />
      <TrashNotice document={data} />
      <OwnerNotice document={data} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_25rem] 2xl:grid-cols-[minmax(0,1fr)_29rem]">
        {wide && <div className="flex min-h-0 flex-col">{viewer}</div>}
        <Tabs.Root value={chosen} onValueChange={(value) => { choose(value as Panel); }} className="flex min-h-0 flex-col bg-surface lg:border-l lg:border-line">
          <Tabs.List aria-label={t('document.panels')} className="flex shrink-0 overflow-x-auto border-b border-line bg-paper px-1 [scrollbar-width:none]">
            {shown.map((one) => <Tabs.Trigger key={one} value={one} className={tab}>{t(`document.panel.${one}`)}</Tabs.Trigger>)}
          </Tabs.List>
          {!wide && <Tabs.Content value="view" tabIndex={-1} className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">{viewer}</Tabs.Content>}
          {panels.map((one) => (
            <Tabs.Content key={one} value={one} className="min-h-0 flex-1 overflow-y-auto -outline-offset-2 data-[state=inactive]:hidden">
              {one === 'details' && <><StateNotice document={data} onPassword={setPassword} /><Details document={data} onShow={showField} /></>}
              {one === 'text' && <TextPanel id={data.id} focus={focus} />}
              {one === 'similar' && <SimilarPanel id={data.id} />}
              {one === 'history' && <HistoryPanel document={data} />}
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </div>
    </div>
  );
};
