import { useMutation } from '@tanstack/react-query';
import { CalendarClock, CircleAlert, Eye, FileInput, Files, FolderDown, Info } from 'lucide-react';
import { VaultError } from '../../api/vault-api.ts';
import { useApi } from '../../app/session.tsx';
import { openLink, type OpenedLink, type SharedLink } from '../../data/guest.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../auth/password-field.tsx';

type Props = { token: string; link: SharedLink; note: string | null; onOpen(opened: OpenedLink): void; onOver(error: unknown): void };

const fact = 'flex items-center gap-2';

/** What a link is for, and what it asks for before it opens. */
export const OpenForm = ({ token, link, note, onOpen, onOver }: Props) => {
  const { t, n, format, language } = useLanguage();
  const api = useApi();
  const open = useMutation({
    mutationFn: (input: { password?: string; name?: string }) => openLink(api, token, input),
    onSuccess: onOpen,
    onError: (error) => { if (error instanceof VaultError && error.status === 404) onOver(error); },
  });
  const request = link.kind === 'request';
  const from = link.from ?? t('guest.somebody');
  const said = (error: unknown): string => {
    if (!(error instanceof VaultError)) return refusalWords(error, t, language);
    if (error.code === 'link.wrong_password') {
      const left = Number(error.details.attemptsLeft ?? 0);
      return left > 0 ? n('guest.wrongPassword', left) : t('guest.wrongPassword.none');
    }
    if (error.code === 'link.locked') return t('guest.locked', { minutes: format.number(Math.max(1, Math.ceil(Number(error.details.retryAfterSeconds ?? 900) / 60))) });
    return refusalWords(error, t, language);
  };
  const title = request ? (link.from ? t('guest.asks', { from }) : t('guest.asksNobody')) : link.from ? t('guest.from', { from }) : t('guest.fromNobody');
  return (
    <form
      className="grid gap-5 rounded-card border border-line bg-surface p-6"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const [name, password] = ['name', 'password'].map((key) => form.get(key)).map((value) => (typeof value === 'string' ? value : ''));
        open.mutate({ ...(name?.trim() ? { name: name.trim() } : {}), ...(password ? { password } : {}) });
      }}
    >
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight text-balance break-words">{title}</h1>
        {link.label && <p className="font-medium break-words">{link.label}</p>}
        {link.message && <p className="border-l-2 border-accent pl-3 break-words whitespace-pre-line">{link.message}</p>}
      </div>
      <ul className="grid gap-1.5 text-sm text-ink-soft">
        {!request && <li className={fact}><Files size={16} aria-hidden />{n('guest.count', link.documentCount)}</li>}
        {!request && <li className={fact}>{link.permission === 'view' ? <Eye size={16} aria-hidden /> : <FolderDown size={16} aria-hidden />}{t(link.permission === 'view' ? 'guest.viewOnly' : 'guest.mayDownload')}</li>}
        {request && <li className={fact}><FileInput size={16} aria-hidden />{t('guest.drop')}</li>}
        <li className={fact}><CalendarClock size={16} aria-hidden />{t('guest.until', { when: format.moment(link.expiresAt) })}</li>
      </ul>
      {note && !open.isError && <p role="status" className="flex gap-2.5 rounded-control bg-warn-wash p-3 text-sm text-warn"><Info size={18} className="shrink-0" aria-hidden />{note}</p>}
      {open.isError && <p role="alert" className="flex gap-2.5 rounded-control bg-bad-wash p-3 text-sm text-bad"><CircleAlert size={18} className="shrink-0" aria-hidden />{said(open.error)}</p>}
      <TextField label={t('guest.name')} name="name" autoComplete="name" maxLength={200} required={link.needsName} hint={link.needsName ? t('guest.nameHint.watermark') : t(request ? 'guest.nameHint.upload' : 'guest.nameHint.optional', { from })} />
      {link.needsPassword && <PasswordField label={t('guest.password')} name="password" autoComplete="off" required hint={t('guest.passwordHint')} />}
      <Button type="submit" kind="primary" disabled={open.isPending} aria-busy={open.isPending}>{t('guest.open')}</Button>
      {!request && <p className="text-sm text-ink-soft">{t('guest.logged')}</p>}
    </form>
  );
};
