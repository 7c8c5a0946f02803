import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import { VaultError } from '../../api/vault-api.ts';
import { useApi } from '../../app/session.tsx';
import { dropVisit, keepVisit, keptVisit, sharedLinkQuery, type OpenedLink } from '../../data/guest.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { GuestFrame } from './guest-frame.tsx';
import { GuestNote } from './guest-note.tsx';
import { OpenForm } from './open-form.tsx';
import { SendFiles } from './send-files.tsx';
import { SharedDocuments } from './shared-documents.tsx';

/** Why a link does not open, as its refusal says it; null for other troubles. */
const overBy = (error: unknown): 'expired' | 'used_up' | 'revoked' | 'not_found' | null =>
  error instanceof VaultError && error.status === 404 ? ((['expired', 'used_up', 'revoked'] as const).find((why) => error.code === `link.${why}`) ?? 'not_found') : null;

/** What a link leads to: a password if need be, then documents to read, or a place for files. */
export const SharedPage = () => {
  const { t } = useLanguage();
  const { token } = useParams({ from: '/shared/$token' });
  const [visit, setVisit] = useState(() => keptVisit(token));
  const [ended, setEnded] = useState<unknown>(null);
  // Within a visit the link is not asked about itself: it may be used up by the very opening that one reads by.
  const look = useQuery({ ...sharedLinkQuery(useApi(), token), enabled: visit === null });
  usePageTitle(t('guest.title'));
  const enter = (opened: OpenedLink) => {
    const { from = null, label = null, message = null } = look.data ?? {};
    const made = { ...opened, token, about: { from, label, message } };
    keepVisit(made);
    setEnded(null);
    setVisit(made);
  };
  const leave = (error: unknown) => {
    dropVisit(token);
    setEnded(error);
    setVisit(null);
  };
  if (visit) {
    return visit.kind === 'share'
      ? <GuestFrame wide><SharedDocuments visit={visit} onOver={leave} /></GuestFrame>
      : <GuestFrame><SendFiles visit={visit} onOver={leave} /></GuestFrame>;
  }
  const over = overBy(look.error) ?? overBy(ended);
  if (over) return <GuestFrame><GuestNote icon={Link2Off} title={t(`guest.over.${over}.title`)} body={t(`guest.over.${over}.body`)} /></GuestFrame>;
  if (look.isError) return <GuestFrame><Failed error={look.error} retry={() => void look.refetch()} /></GuestFrame>;
  if (!look.data) return <GuestFrame><div role="status" aria-label={t('common.loading')} className="grid gap-4"><Skeleton className="h-8 w-3/4" /><Skeleton className="h-40" /></div></GuestFrame>;
  return <GuestFrame><OpenForm token={token} link={look.data} note={ended ? t('guest.visitOver') : null} onOpen={enter} onOver={leave} /></GuestFrame>;
};
