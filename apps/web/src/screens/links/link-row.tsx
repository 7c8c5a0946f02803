import { Link } from '@tanstack/react-router';
import { Download, History, LockKeyhole, Stamp } from 'lucide-react';
import { useId, useState } from 'react';
import type { DocumentLink } from '@docuvault/contract/links.ts';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { keys } from '../../data/keys.ts';
import { linkRequests } from '../../data/links.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { LinkLog } from './link-log.tsx';

const tones = { open: 'good', expired: 'plain', used_up: 'warn', revoked: 'plain' } as const;
const mostTitles = 2;

/** The documents of a link by their titles, the first few of them. */
const Titles = ({ link }: { link: DocumentLink }) => {
  const { t, format } = useLanguage();
  const shown = link.titles.slice(0, mostTitles);
  if (shown.length === 0) return <span>{t('link.gone')}</span>;
  return (
    <>
      {shown.map((title, index) => (
        <span key={link.documentIds[index]}>{index > 0 && ', '}<Link to="/documents/$documentId" params={{ documentId: link.documentIds[index]! }} className="text-ink underline-offset-4 hover:underline">{title}</Link></span>
      ))}
      {link.titles.length > mostTitles && ` ${t('link.more', { count: format.number(link.titles.length - mostTitles) })}`}
    </>
  );
};

/** A link: how it stands, how often it was used and by whom, and the way to take it back. */
export const LinkRow = ({ link, plain }: { link: DocumentLink; plain: boolean }) => {
  const { t, n, format } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.links);
  const [open, setOpen] = useState(false);
  const log = useId();
  const request = link.kind === 'request';
  const name = link.label ?? (request ? (link.message ?? t('links.kind.request')) : (link.titles[0] ?? t('link.gone')));
  const used = link.maxUses === null ? n(request ? 'link.files' : 'link.uses', link.uses) : t(request ? 'link.filesOf' : 'link.usesOf', { count: format.number(link.uses), most: format.number(link.maxUses) });
  const stands = link.status === 'open' || link.status === 'used_up';
  const revoke = () => {
    act.mutate([linkRequests.revoke(link)], { onSuccess: () => { toast({ text: t('link.revoked') }); } });
  };
  return (
    <li className={cx('grid grid-cols-[minmax(0,1fr)] gap-1 py-3 text-sm', plain ? '' : 'px-4')}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="grid min-w-0 grow basis-56 grid-cols-[minmax(0,1fr)] gap-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 truncate font-medium" title={name}>{name}</span>
            <Badge tone={tones[link.status]}>{t(`link.status.${link.status}`)}</Badge>
          </p>
          {!plain && !request && link.label && <p className="min-w-0 truncate text-ink-soft"><Titles link={link} /></p>}
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft">
            <span className="tabular-nums">{used}</span>
            <span aria-hidden>·</span>
            <time dateTime={link.expiresAt}>{t(link.status === 'expired' ? 'link.ended' : 'link.until', { when: format.moment(link.expiresAt) })}</time>
            {link.hasPassword && <Badge><LockKeyhole size={12} aria-hidden />{t('link.hasPassword')}</Badge>}
            {link.watermark && <Badge><Stamp size={12} aria-hidden />{t('link.isWatermarked')}</Badge>}
            {link.permission === 'download' && !request && <Badge><Download size={12} aria-hidden />{t('link.isDownload')}</Badge>}
          </p>
        </div>
        <div className="flex gap-1">
          <Button small kind="quiet" aria-expanded={open} aria-controls={log} onClick={() => { setOpen(!open); }}><History size={15} aria-hidden />{t('link.log')}<span className="sr-only">: {name}</span></Button>
          {stands && <Button small disabled={act.isPending} onClick={revoke}>{t('link.revoke')}<span className="sr-only">: {name}</span></Button>}
        </div>
      </div>
      <div id={log}>{open && <LinkLog link={link} />}</div>
    </li>
  );
};
