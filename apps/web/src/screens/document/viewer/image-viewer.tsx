import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useDevice } from '../../../app/device.tsx';
import { useApi } from '../../../app/session.tsx';
import { useShortcuts } from '../../../app/shortcuts.tsx';
import { originalBytes } from '../../../data/original.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import './word-layer.css';
import { isMissed, type Focus } from './focus.ts';
import { PictureSheet, type Size } from './picture-sheet.tsx';
import { useWords } from './use-words.ts';
import { useWidth } from './use-width.ts';
import { ViewerBar } from './viewer-bar.tsx';
import { ViewerBroken, ViewerOpening } from './viewer-notes.tsx';
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
  const [size, setSize] = useState<Size | null>(null);
  const [turned, setTurned] = useState<number | null>(null);
  const { words, boxes, settled } = useWords(id, version, 1, true, focus);
  const grip = useRef<{ x: number; y: number; left: number; top: number } | null>(null);
  // Photographs that lie on their side are shown the way that they were read.
  const turn = turned ?? words?.turn ?? 0;
  const across = size ? (turn % 2 === 0 ? size.width : size.height) : null;
  const fit = across ? Math.min(1.5, Math.max(1, width - 2 * margin) / across) : 1;
  const shown = zoom === 'width' ? fit : zoom;
  const turnOn = () => { setTurned((turn + 1) % 4); };
  useShortcuts([
    { keys: '+', label: 'viewer.zoomIn', run: () => { setZoom(stepZoom(shown, 1)); } },
    { keys: '-', label: 'viewer.zoomOut', run: () => { setZoom(stepZoom(shown, -1)); } },
    { keys: '0', label: 'viewer.fit', run: () => { setZoom('width'); } },
    { keys: 'r', label: 'viewer.turn', run: turnOn },
  ]);
  if (broken) return <ViewerBroken />;
  const pull = (event: PointerEvent<HTMLDivElement>) => {
    const box = scroller.current;
    if (!grip.current || !box) return;
    box.scrollTo(grip.current.left + grip.current.x - event.clientX, grip.current.top + grip.current.y - event.clientY);
  };
  const letGo = () => {
    grip.current = null;
  };
  const isReady = url !== null && settled;
  return (
    <>
      <ViewerBar shown={shown} onZoom={setZoom} onTurn={turnOn} isMissed={settled && isMissed(focus, boxes)} />
      {!isReady && <ViewerOpening />}
      <div
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={t('viewer.pages')}
        className="min-h-0 flex-1 cursor-grab overflow-auto bg-sunken -outline-offset-2 active:cursor-grabbing"
        hidden={!isReady}
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
          {url && <PictureSheet url={url} title={title} size={size} scale={shown} turn={turn} words={words} boxes={boxes} onSize={setSize} />}
        </div>
      </div>
    </>
  );
};
