import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useDevice } from '../../../app/device.tsx';
import { useApi } from '../../../app/session.tsx';
import { useShortcuts } from '../../../app/shortcuts.tsx';
import { originalBytes } from '../../../data/original.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { cx } from '../../../ui/cx.ts';
import './word-layer.css';
import type { Focus } from './focus.ts';
import { LitBoxes } from './lit-boxes.tsx';
import { useWords } from './use-words.ts';
import { useWidth } from './use-width.ts';
import { ViewerBar } from './viewer-bar.tsx';
import { ViewerBroken, ViewerOpening } from './viewer-notes.tsx';
import { WordLayer } from './word-layer.tsx';
import { stepZoom, type Zoom } from './zoom.ts';

const margin = 24;

/** The original's bytes, from the device or from the vault, as an address of this page. */
const useOriginal = (id: string, version: number, type: string): { url: string | null; broken: boolean } => {
  const api = useApi();
  const device = useDevice();
  const [state, setState] = useState<{ url: string | null; broken: boolean }>({ url: null, broken: false });
  useEffect(() => {
    const leave = new AbortController();
    let made: string | null = null;
    originalBytes(api, device, { id, version }, leave.signal)
      .then((bytes) => {
        if (leave.signal.aborted) return;
        const blob = new Blob([bytes], { type });
        made = URL.createObjectURL(blob);
        setState({ url: made, broken: false });
      })
      .catch(() => {
        if (!leave.signal.aborted) setState({ url: null, broken: true });
      });
    return () => {
      leave.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [api, device, id, version, type]);
  return state;
};

/** A picture that can be drawn near and pulled about. */
export const ImageViewer = ({ id, version, title, type, focus }: { id: string; version: number; title: string; type: string; focus: Focus | null }) => {
  const { t } = useLanguage();
  const { url, broken } = useOriginal(id, version, type);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [natural, setNatural] = useState({ width: 0, height: 0 });
  const frame = useRef<HTMLDivElement>(null);
  const { words, boxes } = useWords(id, version, 1, true, focus);
  const grip = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  const isKnown = natural.width > 0;
  const fit = isKnown ? Math.min(1.5, Math.max(1, width - 2 * margin) / natural.width) : 1;
  const shown = zoom === 'width' ? fit : zoom;
  useShortcuts([
    { keys: '+', label: 'viewer.zoomIn', run: () => { setZoom(stepZoom(shown, 1)); } },
    { keys: '-', label: 'viewer.zoomOut', run: () => { setZoom(stepZoom(shown, -1)); } },
    { keys: '0', label: 'viewer.fit', run: () => { setZoom('width'); } },
  ]);
  useEffect(() => {
    if (isKnown && boxes.length > 0) frame.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [isKnown, boxes]);
  if (broken) return <ViewerBroken />;
  const pull = (event: PointerEvent<HTMLDivElement>) => {
    const box = scroller.current;
    if (!grip.current || !box) return;
    box.scrollTo(grip.current.left + grip.current.x - event.clientX, grip.current.top + grip.current.y - event.clientY);
  };
  const letGo = () => {
    grip.current = null;
  };
  return (
    <>
      <ViewerBar shown={shown} onZoom={setZoom} />
      {!url && <ViewerOpening />}
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('viewer.pages')}
        className="min-h-0 flex-1 cursor-grab overflow-auto bg-sunken -outline-offset-2 active:cursor-grabbing"
        hidden={!url}
        onPointerDown={(event) => {
          const box = scroller.current;
          // On a word the mouse selects; beside words it pulls.
          if (event.pointerType !== 'mouse' || !box || (event.target as Element).closest('[data-word]')) return;
          grip.current = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
          box.setPointerCapture(event.pointerId);
        }}
        onPointerMove={pull}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <div className="grid w-max min-w-full place-content-center p-6">
          {url && (
            <div ref={frame} className="relative isolate" style={isKnown ? { width: natural.width * shown, height: natural.height * shown } : undefined}>
              <img src={url} alt={title} draggable={false} onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => { setNatural({ width: naturalWidth, height: naturalHeight }); }} className={cx('bg-white shadow-raised', isKnown ? 'size-full max-w-none' : 'max-w-full')} />
              {isKnown && <LitBoxes boxes={boxes} />}
              {isKnown && words && <WordLayer page={words} shape={natural.width / natural.height} />}
            </div>
          )}
        </div>
      </div>
    </>
  );
};
