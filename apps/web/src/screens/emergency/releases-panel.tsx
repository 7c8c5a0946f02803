import { useQueries, useQuery } from '@tanstack/react-query';
import { FileText, Folder, Layers, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EmergencyContact } from '@docuvault/contract/emergency.ts';
import type { FamilyShare } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { documentQuery } from '../../data/documents.ts';
import { ownSharesQuery, useEmergency } from '../../data/emergency.ts';
import { foldersQuery, treeOf } from '../../data/folders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Panel } from '../settings/panel.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

const releases = ['now', 'emergency', 'never'] as const;
type Props = { vaultId: string; me: string | undefined; contacts: readonly EmergencyContact[]; nameOf(userId: string): string };

/** What each thing releases: at once, in an emergency, never. */
export const ReleasesPanel = ({ vaultId, me, contacts, nameOf }: Props) => {
  const { t } = useLanguage();
  const api = useApi();
  const { send, isPending } = useEmergency(vaultId);
  const [adding, setAdding] = useState(false);
  const { data: shares } = useQuery(ownSharesQuery(api, vaultId, me));
  const { data: folders = [] } = useQuery(foldersQuery(api));
  const ids = [...new Set((shares ?? []).flatMap(({ documentId }) => documentId ?? []))];
  const documents = useQueries({ queries: ids.map((id) => documentQuery(api, id)) });
  const titles = new Map(documents.flatMap(({ data }) => (data ? [[data.id, data.title] as const] : [])));
  const paths = new Map(treeOf(folders).map(({ id, path }) => [id, path]));
  const named = ({ documentId, folderId }: FamilyShare) => (documentId ? (titles.get(documentId) ?? '…') : folderId ? (paths.get(folderId) ?? '…') : t('emergency.everything'));
  return (
    <Panel title={t('emergency.releases')} hint={t('emergency.releasesHint')}>
      {shares?.length === 0 && <p className="rounded-control bg-warn-wash px-3 py-2 text-sm text-warn">{t('emergency.releasesNone')}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line empty:hidden">
        {shares?.map((share) => {
          const Icon = share.documentId ? FileText : share.folderId ? Folder : Layers;
          const name = named(share);
          const { documentId, folderId, everything, memberId, permission } = share;
          return (
            <li key={share.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
              <Icon size={18} aria-hidden className="shrink-0 text-ink-faint" />
              <div className="min-w-0 grow basis-40">
                <p className="font-medium break-words">{name}</p>
                <p className="text-sm text-ink-soft">{memberId ? nameOf(memberId) : t('emergency.toAll')}</p>
              </div>
              <select
                aria-label={t('emergency.releaseOf', { name })}
                disabled={isPending}
                value={share.release}
                onChange={(event) => {
                  send({ method: 'POST', path: 'shares', body: { ...(documentId ? { documentId } : folderId ? { folderId } : { everything }), memberId, permission, release: event.target.value } });
                }}
                className="min-h-9 rounded-control border border-line-strong bg-surface px-2 text-sm text-ink"
              >
                {releases.map((release) => <option key={release} value={release}>{t(`emergency.release.${release}`)}</option>)}
              </select>
              <IconButton label={t('emergency.releaseDrop', { name })} disabled={isPending} onClick={() => { send({ method: 'DELETE', path: `shares/${share.id}` }); }}><Trash2 size={17} aria-hidden /></IconButton>
            </li>
          );
        })}
      </ul>
      <div><Button kind={shares?.length === 0 ? 'primary' : 'plain'} onClick={() => { setAdding(true); }}><Plus size={18} aria-hidden />{t('emergency.release')}</Button></div>
      {adding && <ReleaseDialog people={contacts.map(({ userId }) => ({ userId, name: nameOf(userId) }))} folders={treeOf(folders)} onClose={() => { setAdding(false); }} onGive={(body) => { send({ method: 'POST', path: 'shares', body }); }} />}
    </Panel>
  );
};
