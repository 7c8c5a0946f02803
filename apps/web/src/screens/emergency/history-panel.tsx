import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/session.tsx';
import { emergencyHistoryQuery, type Occasion } from '../../data/emergency.ts';
import type { TextKey } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Panel } from '../settings/panel.tsx';

const words: Partial<Record<string, TextKey>> = {
  'contact.named': 'emergency.did.named', 'contact.dropped': 'emergency.did.dropped', 'emergency.requested': 'emergency.did.requested', 'emergency.approved': 'emergency.did.approved',
  'emergency.denied': 'emergency.did.denied', 'emergency.cancelled': 'emergency.did.cancelled', 'emergency.granted': 'emergency.did.granted', 'emergency.ended': 'emergency.did.ended',
  'emergency.exported': 'emergency.did.exported', 'check_in.set': 'emergency.did.set', 'check_in.given': 'emergency.did.given', 'check_in.removed': 'emergency.did.removed', 'check_in.alert': 'emergency.did.alert',
};
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What has happened about emergencies, the newest first, as far as it concerns the person. */
export const HistoryPanel = ({ vaultId, nameOf }: { vaultId: string; nameOf(userId: string): string }) => {
  const { t, format } = useLanguage();
  const { data = [] } = useQuery(emergencyHistoryQuery(useApi(), vaultId));
  const other = ({ details, actorId }: Occasion) => text(details.contactId) ?? text(details.userId) ?? actorId;
  return (
    <Panel title={t('emergency.history')}>
      {data.length === 0 && <p className="text-sm text-ink-soft">{t('emergency.historyNone')}</p>}
      <ol className="grid divide-y divide-line empty:hidden">
        {data.map((occasion) => {
          const { id, action, actorId, createdAt } = occasion;
          const about = other(occasion);
          return (
            <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-2 text-sm">
              <span className="min-w-0 grow break-words">{t(words[action] ?? 'emergency.did.other', { actor: actorId ? nameOf(actorId) : t('emergency.time'), other: about ? nameOf(about) : '' })}</span>
              <time dateTime={createdAt} className="shrink-0 text-ink-faint tabular-nums">{format.moment(createdAt)}</time>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
};
