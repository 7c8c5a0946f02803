import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { sharedPage, type SharedDocument, type Visit } from '../../data/guest.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { endsVisit } from './shared-documents.tsx';

type Props = { visit: Visit; document: SharedDocument; page: number; count: number; onOver(error: unknown): void };

/** A page as a picture; it is drawn when the reader nears it. */
export const SharedPicture = ({ visit, document, page, count, onOver }: Props) => {
  const { t, format } = useLanguage();
  const api = useApi();
  const place = useRef<HTMLElement>(null);
  const over = useRef(onOver);
  const [near, setNear] = useState(page === 1);
  const [tries, setTries] = useState(0);
  const [picture, setPicture] = useState<{ url: string | null; broken: boolean }>({ url: null, broken: false });
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    if (near || !place.current) return;
    const watch = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true); }, { rootMargin: '800px' });
    watch.observe(place.current);
    return () => {
      watch.disconnect();
    };
  }, [near]);
  const { documentId } = document;
  useEffect(() => {
    if (!near) return;
    const leave = new AbortController();
    let made: string | null = null;
    setPicture({ url: null, broken: false });
    sharedPage(api, visit, documentId, page, leave.signal)
      .then((blob) => {
        if (leave.signal.aborted) return;
        made = URL.createObjectURL(blob);
        setPicture({ url: made, broken: false });
      })
      .catch((error: unknown) => {
        if (leave.signal.aborted) return;
        if (endsVisit(error)) over.current(error);
        else setPicture({ url: null, broken: true });
      });
    return () => {
      leave.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [api, visit, documentId, page, near, tries]);
  const name = t('guest.pageOf', { title: document.title, page: format.number(page), count: format.number(count) });
  return (
    <figure ref={place} className="mx-auto grid w-full max-w-4xl gap-1">
      {picture.url ? (
        <img src={picture.url} alt={name} draggable={false} className="w-full rounded-md bg-white shadow-raised" />
      ) : picture.broken ? (
        <div role="alert" className="grid aspect-[1/1.414] w-full place-content-center justify-items-center gap-3 rounded-md border border-line bg-surface text-sm text-ink-soft">{t('guest.pageBroken')}<Button small onClick={() => { setTries(tries + 1); }}>{t('common.retry')}</Button></div>
      ) : (
        <div role="status" aria-label={t('common.loading')} className="skeleton aspect-[1/1.414] w-full" />
      )}
      {count > 1 && <figcaption className="text-center text-xs text-ink-soft tabular-nums">{t('guest.page', { page: format.number(page), count: format.number(count) })}</figcaption>}
    </figure>
  );
};
