import { ArrowDown, ArrowUp, Eye, Trash2, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { EmergencyContact, EmergencyOverview } from '@docuvault/contract/emergency.ts';
import type { FamilyMember } from '@docuvault/contract/family.ts';
import { useEmergency } from '../../data/emergency.ts';
import { nameOfMember } from '../../data/family.ts';
import { localeOf } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Panel } from '../settings/panel.tsx';
import { ContactDialog, waits } from './contact-dialog.tsx';
import { SeenDialog } from './seen-dialog.tsx';
import { spellHours } from './time-left.ts';

type Props = { vaultId: string; overview: EmergencyOverview; members: readonly FamilyMember[]; me: string | undefined; nameOf(userId: string): string };
type Open = { what: 'drop' | 'see'; contact: EmergencyContact } | { what: 'add' } | null;

/** Whom the person trusts, in order, and how long each has to wait. */
export const ContactsPanel = ({ vaultId, overview, members, me, nameOf }: Props) => {
  const { t, n, language } = useLanguage();
  const { send, isPending } = useEmergency(vaultId);
  const [open, setOpen] = useState<Open>(null);
  const { contacts, suggested } = overview;
  const possible = members.filter(({ userId, role }) => userId !== me && role !== 'child' && !contacts.some((contact) => contact.userId === userId));
  const put = (userId: string, waitHours: number, order: number) => { send({ method: 'POST', path: 'emergency-contacts', body: { userId, waitHours, order } }); };
  const move = (from: number, to: number) => {
    const [a, b] = [contacts[from]!, contacts[to]!];
    put(a.userId, a.waitHours, to + 1);
    put(b.userId, b.waitHours, from + 1);
  };
  const close = () => { setOpen(null); };
  return (
    <Panel title={t('emergency.contacts')} hint={t('emergency.contactsHint')}>
      {suggested > 0 && <p className="rounded-control bg-warn-wash px-3 py-2 text-sm text-warn">{n('emergency.suggested', suggested)}</p>}
      <ol className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line empty:hidden">
        {contacts.map((contact, index) => {
          const name = nameOf(contact.userId);
          return (
            <li key={contact.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
              <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-sm font-semibold tabular-nums">{index + 1}</span>
              <span className="min-w-0 grow basis-40 font-medium break-words">{name}</span>
              <label className="flex items-center gap-2 text-sm">
                <span className="text-ink-soft">{t('emergency.wait')}</span>
                <select aria-label={t('emergency.waitOf', { name })} disabled={isPending} value={contact.waitHours} onChange={(event) => { put(contact.userId, Number(event.target.value), index + 1); }} className="min-h-9 rounded-control border border-line-strong bg-surface px-2 text-ink">
                  {[...new Set([...waits, contact.waitHours])].sort((a, b) => a - b).map((hours) => <option key={hours} value={hours}>{spellHours(hours, localeOf(language))}</option>)}
                </select>
              </label>
              <span className="flex">
                <IconButton label={t('emergency.up', { name })} disabled={index === 0 || isPending} onClick={() => { move(index, index - 1); }}><ArrowUp size={17} aria-hidden /></IconButton>
                <IconButton label={t('emergency.down', { name })} disabled={index === contacts.length - 1 || isPending} onClick={() => { move(index, index + 1); }}><ArrowDown size={17} aria-hidden /></IconButton>
                <IconButton label={t('emergency.see', { name })} onClick={() => { setOpen({ what: 'see', contact }); }}><Eye size={17} aria-hidden /></IconButton>
                <IconButton label={t('emergency.drop', { name })} disabled={isPending} onClick={() => { setOpen({ what: 'drop', contact }); }}><Trash2 size={17} aria-hidden /></IconButton>
              </span>
            </li>
          );
        })}
      </ol>
      {possible.length > 0 ? <div><Button kind={contacts.length === 0 ? 'primary' : 'plain'} onClick={() => { setOpen({ what: 'add' }); }}><UserPlus size={18} aria-hidden />{t('emergency.add')}</Button></div> : <p className="text-sm text-ink-soft">{t('emergency.nobodyLeft')}</p>}
      {open?.what === 'add' && <ContactDialog people={possible.map((member) => ({ userId: member.userId, name: nameOfMember(member) }))} onClose={close} onAdd={(userId, waitHours) => { put(userId, waitHours, contacts.length + 1); }} />}
      {open?.what === 'see' && <SeenDialog vaultId={vaultId} userId={open.contact.userId} name={nameOf(open.contact.userId)} onClose={close} />}
      {open?.what === 'drop' && <ConfirmDialog title={t('emergency.drop', { name: nameOf(open.contact.userId) })} body={t('emergency.dropBody')} action={t('emergency.dropIt')} onClose={close} onConfirm={() => { send({ method: 'DELETE', path: `emergency-contacts/${open.contact.id}` }); }} />}
    </Panel>
  );
};
