import { useQueryClient } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { EmergencyRequest } from '@docuvault/contract/emergency.ts';
import { useToast } from '../../app/toasts.tsx';
import { useEmergency } from '../../data/emergency.ts';
import { keys } from '../../data/keys.ts';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { spell } from './time-left.ts';
import { useNow } from './use-now.ts';

type Props = { vaultId: string; request: EmergencyRequest; name: string };

const Waiting = ({ vaultId, request, name }: Props) => {
  const { t, format, language } = useLanguage();
  const toast = useToast();
  const queries = useQueryClient();
  const { answer, isPending } = useEmergency(vaultId);
  const over = useCallback(() => void queries.invalidateQueries({ queryKey: keys.emergency }), [queries]);
  const left = Date.parse(request.grantsAt) - useNow(request.grantsAt, over);
  const [approving, setApproving] = useState(false);
  return (
    <section aria-label={t('emergency.asks', { name })} className="grid gap-4 rounded-card border-2 border-bad bg-bad-wash p-5 md:p-6">
      <div className="flex items-start gap-3">
        <ShieldAlert size={28} aria-hidden className="shrink-0 text-bad" />
        <div className="min-w-0">
          <h2 className="text-xl font-semibold break-words">{t('emergency.asks', { name })}</h2>
          <p className="text-ink-soft">{t('emergency.askedAt', { when: format.moment(request.requestedAt) })}</p>
        </div>
      </div>
      {request.reason && <blockquote className="border-l-4 border-bad pl-3 break-words whitespace-pre-line">{request.reason}</blockquote>}
      <p role="timer" className="text-lg">{t('emergency.opensIn', { time: spell(Math.max(0, left), localeOf(language)), moment: format.moment(request.grantsAt) })}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="danger" disabled={isPending} onClick={() => { answer('deny', request, () => { toast({ text: t('emergency.denied', { name }) }); }); }}>{t('emergency.deny')}</Button>
        <Button disabled={isPending} onClick={() => { setApproving(true); }}>{t('emergency.approve')}</Button>
      </div>
      {approving && <ConfirmDialog title={t('emergency.approveTitle', { name })} body={t('emergency.approveBody', { name })} action={t('emergency.approve')} onClose={() => { setApproving(false); }} onConfirm={() => { answer('approve', request); }} />}
    </section>
  );
};

const Granted = ({ vaultId, request, name }: Props) => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const { answer, isPending } = useEmergency(vaultId);
  return (
    <section aria-label={t('emergency.hasAccess', { name })} className="flex flex-wrap items-center gap-4 rounded-card border border-warn bg-warn-wash p-4 md:p-5">
      <ShieldCheck size={24} aria-hidden className="shrink-0 text-warn" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold break-words">{t('emergency.hasAccess', { name })}</h2>
        {request.grantedAt && <p className="text-sm text-ink-soft">{t('emergency.since', { when: format.moment(request.grantedAt) })}</p>}
      </div>
      <Button kind="danger" disabled={isPending} onClick={() => { answer('deny', request, () => { toast({ text: t('emergency.ended', { name }) }); }); }}>{t('emergency.end')}</Button>
    </section>
  );
};

/** Who asks for the person's papers, and who has them open: as large as such a thing is. */
export const OwnRequests = ({ vaultId, requests, nameOf }: { vaultId: string; requests: readonly EmergencyRequest[]; nameOf(userId: string): string }) => (
  <>
    {requests.map((request) => {
      const props = { vaultId, request, name: nameOf(request.contactId) };
      return request.status === 'waiting' ? <Waiting key={request.id} {...props} /> : request.status === 'granted' ? <Granted key={request.id} {...props} /> : null;
    })}
  </>
);
