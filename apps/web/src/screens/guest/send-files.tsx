import { CircleCheck, FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { VaultError } from '../../api/vault-api.ts';
import { problemOf } from '../../app/uploads/problem.ts';
import { useApi } from '../../app/session.tsx';
import { sendShared, type Visit } from '../../data/guest.ts';
import { en, type TextKey } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { endsVisit } from './shared-documents.tsx';

type Item = { id: string; file: File; state: 'waiting' | 'sending' | 'done' | 'failed'; share: number; code: string };
type Props = { visit: Visit; onOver(error: unknown): void };

const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.doc,.docx';

const problemKey = (code: string): TextKey => {
  if (code === 'link.used_up') return 'guest.usedUp';
  if (code === 'network.unreachable') return 'upload.problem.unreachable';
  const key = `upload.problem.${code.replace(/^(upload|quota)\./, '')}`;
  return key in en ? (key as TextKey) : 'upload.problem.other';
};

/** Where an outsider puts files into somebody's vault, one after the other. */
export const SendFiles = ({ visit, onOver }: Props) => {
  const { t, n, format } = useLanguage();
  const { about } = visit;
  const api = useApi();
  const input = useRef<HTMLInputElement>(null);
  const [items, setItems] = useState<readonly Item[]>([]);
  const [over, setOver] = useState(false);
  const change = (id: string, to: Partial<Item>) => { setItems((list) => list.map((one) => (one.id === id ? { ...one, ...to } : one))); };
  const next = items.some(({ state }) => state === 'sending') ? undefined : items.find(({ state }) => state === 'waiting');
  useEffect(() => {
    if (!next) return;
    const { id, file } = next;
    change(id, { state: 'sending', share: 0 });
    sendShared(api, visit, file, (share) => { change(id, { share }); })
      .then(() => { change(id, { state: 'done', share: 1 }); })
      .catch((error: unknown) => {
        const code = error instanceof VaultError ? error.code : '';
        if (endsVisit(error) && code !== 'link.used_up') onOver(error);
        else change(id, { state: 'failed', code });
      });
  }, [api, visit, next, onOver]);
  const add = (files: Iterable<File>) => { setItems((list) => [...list, ...Array.from(files, (file) => ({ id: crypto.randomUUID(), file, state: 'waiting' as const, share: 0, code: '' }))]); };
  const done = items.filter(({ state }) => state === 'done').length;
  const from = about.from ?? t('guest.somebody');
  const words = (item: Item): string => (item.state === 'failed' ? t(problemKey(item.code)) : item.state === 'sending' ? t('guest.file.sending', { percent: format.percent(item.share) }) : t(`guest.file.${item.state}`));
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{about.from ? t('guest.asks', { from }) : t('guest.asksNobody')}</h1>
        {about.label && <p className="font-medium">{about.label}</p>}
        {about.message && <p className="border-l-2 border-accent pl-3 break-words whitespace-pre-line">{about.message}</p>}
      </div>
      {done > 0 && (
        <div role="status" className="flex gap-3 rounded-card border border-accent bg-accent-wash p-4">
          <CircleCheck size={22} className="shrink-0 text-accent-strong" aria-hidden />
          <div><p className="font-semibold text-accent-strong">{n('guest.sent', done)}</p><p className="text-sm">{t('guest.sentHint')}</p></div>
        </div>
      )}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => { setOver(false); }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
        className={cx('grid justify-items-center gap-3 rounded-card border-2 border-dashed p-8 text-center', over ? 'border-accent bg-accent-wash' : 'border-line-strong bg-surface')}
      >
        <FileUp size={28} className="text-accent" aria-hidden />
        <p className="font-medium">{t('guest.drop')}</p>
        <Button kind="primary" onClick={() => { input.current?.click(); }}>{t('guest.choose')}</Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={accepted}
          hidden
          data-upload="guest"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <p className="text-sm text-ink-soft">{t('guest.dropHint', { from })}</p>
      </div>
      {items.length > 0 && (
        <ul aria-label={t('guest.files')} className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
          {items.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
              <span className="grid min-w-0 grow basis-40">
                <span className="truncate font-medium" title={item.file.name}>{item.file.name}</span>
                <span className={item.state === 'failed' ? 'text-bad' : item.state === 'done' ? 'text-accent' : 'text-ink-soft'}>{words(item)}</span>
              </span>
              <span className="text-ink-soft tabular-nums">{format.bytes(item.file.size)}</span>
              {item.state === 'failed' && problemOf(item.code).again && <Button small onClick={() => { change(item.id, { state: 'waiting', code: '' }); }}>{t('guest.file.again')}<span className="sr-only">: {item.file.name}</span></Button>}
              {item.state === 'sending' && <span role="progressbar" aria-label={item.file.name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(item.share * 100)} className="h-1 w-full overflow-hidden rounded-full bg-sunken"><span className="block h-full bg-accent transition-[width]" style={{ width: `${Math.max(3, item.share * 100)}%` }} /></span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
