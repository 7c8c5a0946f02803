import { useQuery } from '@tanstack/react-query';
import { Download, FilePlus } from 'lucide-react';
import type { Document } from '@docuvault/contract/document.ts';
import { useApi } from '../../../app/session.tsx';
import { activityQuery, versionsQuery } from '../../../data/documents.ts';
import type { TextKey } from '../../../i18n/en.ts';
import { useLanguage, type Translate } from '../../../i18n/language.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Section } from '../details/section.tsx';
import { fieldLabel } from '../field-names.ts';
import { useAddVersion } from '../use-add-version.tsx';
import { useDownload } from '../use-download.ts';

const named: Record<string, TextKey> = {
  title: 'document.title', tags: 'document.tags', folderId: 'document.folder', person: 'document.person', category: 'document.category', documentType: 'document.type',
  expiresOn: 'document.expires', fields: 'document.read', tag: 'document.tags', untag: 'document.tags', move: 'document.folder', setPerson: 'document.person', setCategory: 'document.category',
};
const actions: Record<string, TextKey> = {
  uploaded: 'activity.uploaded', trashed: 'activity.trashed', restored: 'activity.restored', version_added: 'activity.version_added', viewed: 'activity.viewed', shared: 'activity.shared',
  unshared: 'activity.unshared', link_given: 'activity.linkGiven', link_revoked: 'activity.linkRevoked', received: 'activity.received', opened: 'activity.viewed',
  reminded: 'activity.reminded', reminder_snoozed: 'activity.reminderSnoozed', reminder_completed: 'activity.reminderCompleted', reminder_escalated: 'activity.reminderEscalated',
};

/** What a service outside was sent of it, and what of that was read here in the end. */
const readOutside = ({ host, sent, readHere }: Record<string, unknown>, t: Translate): string => {
  const pages = (list: unknown) => (Array.isArray(list) ? list.filter((one) => typeof one === 'number').join(', ') : '');
  return [
    pages(sent) && t('activity.sentOut', { host: typeof host === 'string' ? host : '', pages: pages(sent) }), pages(readHere) && t('activity.readHere', { pages: pages(readHere) }),
  ].filter(Boolean).join('. ');
};

const sentence = (action: string, details: Record<string, unknown>, t: Translate): string => {
  if (action === 'read_outside') return readOutside(details, t);
  if (action === 'sent_to_model') return t(details.purpose === 'translation' ? 'activity.sentToTranslate' : 'activity.sentToModel', { host: typeof details.host === 'string' ? details.host : '' });
  if (action !== 'updated') return t(actions[action] ?? 'activity.other');
  const changed = Array.isArray(details.changed) ? details.changed.filter((one) => typeof one === 'string') : [];
  const what = changed.map((one) => (named[one] ? t(named[one]) : fieldLabel(one.replace(/^fields\./, ''), t)));
  return what.length > 0 ? t('activity.updated', { what: [...new Set(what)].join(', ') }) : t('activity.other');
};

/** The files it has had, and what people did to it. */
export const HistoryPanel = ({ document }: { document: Document }) => {
  const { t, format } = useLanguage();
  const api = useApi();
  const download = useDownload(document);
  const version = useAddVersion(document);
  const { data: versions = [] } = useQuery(versionsQuery(api, document.id));
  const { data: activity = [] } = useQuery(activityQuery(api, document.id));
  return (
    <>
      <Section title={t('document.versions')} end={!document.deletedAt && (document.access ?? 'owner') === 'owner' && <Button small kind="quiet" onClick={version.choose}><FilePlus size={16} aria-hidden />{t('document.addVersion')}</Button>}>
        {version.input}
        <ul>
          {versions.map((one) => (
            <li key={one.version} className="flex items-center gap-2 py-1.5 text-sm">
              <span className="min-w-0 grow">
                <span className="block truncate">{t('document.version', { version: one.version })}{one.current ? ` (${t('document.current')})` : ''} · {one.fileName}</span>
                <span className="block text-xs text-ink-soft">{format.moment(one.createdAt)} · {format.bytes(one.sizeBytes)}</span>
              </span>
              <IconButton label={`${t('document.download')}: ${t('document.version', { version: one.version })}`} onClick={() => { download(one.version); }}><Download size={16} aria-hidden /></IconButton>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('document.activity')}>
        {activity.length === 0 && <p className="text-sm text-ink-soft">{t('document.noActivity')}</p>}
        <ol>
          {activity.map((one) => (
            <li key={one.id} className="border-l-2 border-line py-1.5 pl-3 text-sm">
              {sentence(one.action, one.details, t)}
              <time dateTime={one.createdAt} title={format.moment(one.createdAt)} className="block text-xs text-ink-soft">{format.relative(one.createdAt)}</time>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
};
