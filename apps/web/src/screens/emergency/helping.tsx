import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, FileText, HeartHandshake } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { EmergencyRequest, ProtectedPerson } from '@docuvault/contract/emergency.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { releasedQuery, useEmergency, useSaveFile } from '../../data/emergency.ts';
import { keys } from '../../data/keys.ts';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { Panel } from '../settings/panel.tsx';
import { spell, spellHours } from './time-left.ts';
import { useNow } from './use-now.ts';

type Props = { vaultId: string; person: ProtectedPerson; request: EmergencyRequest | undefined; name: string };

const Released = ({ vaultId, person, name }: Pick<Props, 'vaultId' | 'person' | 'name'>) => {
  const { t, n } = useLanguage();
  const { data = [] } = useQuery(releasedQuery(useApi(), person.userId));
  const { mutate: save, isPending } = useSaveFile();
  return (
    <>
      <p>{t(person.openedBy === 'silence' ? 'emergency.help.openSilence' : 'emergency.help.open', { name })}</p>
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line rounded-card border border-line" aria-label={n('emergency.help.documents', person.releasedDocuments)}>
        {data.map(({ id, title, documentType }) => (
          <li key={id}>
            <Link to="/documents/$documentId" params={{ documentId: id }} className="flex min-h-12 items-center gap-3 px-3 hover:bg-sunken">
              <FileText size={18} aria-hidden className="shrink-0 text-ink-faint" />
              <span className="min-w-0 grow truncate font-medium">{title}</span>
              <span className="shrink-0 text-sm text-ink-soft">{t(`type.${documentType}`)}</span>
            </Link>
          </li>
        ))}
        {data.length === 0 && <li className="p-3 text-sm text-ink-soft">{t('emergency.help.nothing')}</li>}
      </ul>
      {data.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" disabled={isPending} onClick={() => { save({ path: `family-vault/${vaultId}/emergency/export?ownerId=${person.userId}`, name: `${t('emergency.help.file', { name })}.zip` }); }}><Archive size={18} aria-hidden />{t(isPending ? 'emergency.help.exporting' : 'emergency.help.export')}</Button>
          <p className="text-sm text-ink-soft">{t('emergency.help.exportHint')}</p>
        </div>
      )}
    </>
  );
};

/** Somebody who trusts the person: asking for their papers, waiting, reading and saving them whole. */
export const Helping = ({ vaultId, person, request, name }: Props) => {
  const { t, format, language } = useLanguage();
  const toast = useToast();
  const queries = useQueryClient();
  const { send, answer, isPending } = useEmergency(vaultId);
  const [open, setOpen] = useState<'ask' | 'resign' | null>(null);
  const waiting = request?.status === 'waiting' && !person.open;
  const over = useCallback(() => void queries.invalidateQueries({ queryKey: keys.emergency }), [queries]);
  const now = useNow(waiting ? request.grantsAt : undefined, over);
  const close = () => { setOpen(null); };
  return (
    <Panel title={t('emergency.help.title', { name })} hint={t('emergency.help.hint', { name, wait: spellHours(person.waitHours, localeOf(language)) })}>
      {person.open && <Released vaultId={vaultId} person={person} name={name} />}
      {waiting && (
        <div role="status" className="grid gap-1 rounded-card border border-accent bg-accent-wash p-4">
          <p className="text-lg font-semibold">{t('emergency.help.waiting', { time: spell(Math.max(0, Date.parse(request.grantsAt) - now), localeOf(language)) })}</p>
          <p className="text-sm text-ink-soft">{t('emergency.help.waitingHint', { name, moment: format.moment(request.grantsAt) })}</p>
        </div>
      )}
      {!person.open && request && ['denied', 'ended', 'cancelled'].includes(request.status) && <p>{t(`emergency.help.${request.status as 'denied' | 'ended' | 'cancelled'}`, { name, when: format.moment(request.endedAt ?? request.requestedAt) })}</p>}
      <div className="flex flex-wrap gap-2">
        {!person.open && !waiting && <Button kind="primary" disabled={isPending} onClick={() => { setOpen('ask'); }}><HeartHandshake size={18} aria-hidden />{t('emergency.help.ask')}</Button>}
        {waiting && <Button disabled={isPending} onClick={() => { answer('cancel', request, () => { toast({ text: t('emergency.help.cancelDone') }); }); }}>{t('emergency.help.cancel')}</Button>}
        <Button kind="quiet" className={cx(person.open && '-ml-4')} disabled={isPending} onClick={() => { setOpen('resign'); }}>{t('emergency.help.resign')}</Button>
      </div>
      {open === 'ask' && (
        <NameDialog
          title={t('emergency.help.askTitle', { name })}
          label={t('emergency.help.reason')}
          hint={t('emergency.help.reasonHint', { name })}
          action={t('emergency.help.ask')}
          emptyAllowed
          onClose={close}
          onSubmit={(reason) => { send({ method: 'POST', path: 'emergency/request', body: { ownerId: person.userId, ...(reason ? { reason } : {}) }, then: () => { toast({ text: t('emergency.help.asked', { name }) }); } }); }}
        />
      )}
      {open === 'resign' && <ConfirmDialog title={t('emergency.help.resignTitle', { name })} body={t('emergency.help.resignBody', { name })} action={t('emergency.help.resign')} onClose={close} onConfirm={() => { send({ method: 'DELETE', path: `emergency-contacts/${person.contactId}` }); }} />}
    </Panel>
  );
};
