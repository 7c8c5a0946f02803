import { Tabs } from 'radix-ui';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ShareByLink } from './share-by-link.tsx';
import type { ShareTarget } from './share-target.ts';
import { ShareWithFamily } from './share-with-family.tsx';

const tab = 'min-h-11 border-b-2 border-transparent px-3 text-sm text-ink-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink';

type Props = { target: ShareTarget; vaultId?: string; onClose(): void };

/** Shares documents, a folder or everything with one's family, and documents with anybody by a link. */
export const ShareDialog = ({ target, vaultId, onClose }: Props) => {
  const { t, n } = useLanguage();
  const me = useSession().session?.user.id;
  const foreign = target.kind === 'documents' ? target.documents.filter(({ ownerId }) => ownerId !== me).length : 0;
  const own: ShareTarget = target.kind === 'documents' ? { kind: 'documents', documents: target.documents.filter(({ ownerId }) => ownerId === me) } : target;
  const count = own.kind === 'documents' ? own.documents.length : 1;
  const title =
    own.kind === 'everything' ? t('share.titleEverything')
      : own.kind === 'folder' ? t('share.titleFolder', { title: own.folder.name })
        : own.documents.length === 1 ? t('share.title', { title: own.documents[0]!.title })
          : n('share.titleMany', own.documents.length);
  const people = <ShareWithFamily target={own} vaultId={vaultId} />;
  return (
    <Dialog title={title} onClose={onClose} className="w-[min(40rem,calc(100vw-2rem))]">
      {foreign > 0 && <p className="rounded-control bg-warn-wash px-3 py-2 text-sm text-warn">{n('share.foreign', foreign)}</p>}
      {count > 0 && own.kind !== 'documents' && people}
      {count > 0 && own.kind === 'documents' && (
        <Tabs.Root defaultValue="people" className="grid gap-4">
          <Tabs.List aria-label={t('share.tabs')} className="flex border-b border-line">
            <Tabs.Trigger value="people" data-first className={tab}>{t('share.tab.people')}</Tabs.Trigger>
            <Tabs.Trigger value="links" className={tab}>{t('share.tab.links')}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="people" className="outline-none">{people}</Tabs.Content>
          <Tabs.Content value="links" className="outline-none"><ShareByLink documents={own.documents} /></Tabs.Content>
        </Tabs.Root>
      )}
    </Dialog>
  );
};
