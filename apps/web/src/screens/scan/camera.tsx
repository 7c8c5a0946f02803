import { CameraOff } from 'lucide-react';
import { useEffect, useImperativeHandle, useState, type Ref } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import type { Corners } from './paper/corners.ts';
import { useCamera } from './use-camera.ts';
import { smallBitmap, type Scan } from './use-scan.ts';

const betweenLooksMs = 300;

/** Where the paper lies in what the camera shows now. */
const useOutline = (video: HTMLVideoElement | null, on: boolean, look: Scan['look']): Corners | null => {
  const [outline, setOutline] = useState<Corners | null>(null);
  useEffect(() => {
    if (!on || !video) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const again = async () => {
      if (!document.hidden && video.videoWidth > 0) {
        const found = await smallBitmap(video, video.videoWidth, video.videoHeight).then(look).catch(() => null);
        if (!left) setOutline(found);
      }
      if (!left) timer = setTimeout(() => void again(), betweenLooksMs);
    };
    void again();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [video, on, look]);
  return outline;
};

export type CameraHandle = { take(): Promise<void> };
type Props = { ref: Ref<CameraHandle>; look: Scan['look']; onTake(picture: Blob): void; onReady(ready: boolean): void };

/** What the camera sees, with the paper outlined. */
export const Camera = ({ ref, look, onTake, onReady }: Props) => {
  const { t } = useLanguage();
  const { video, state, start, grab } = useCamera();
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  const [ratio, setRatio] = useState<number | null>(null);
  const [flash, setFlash] = useState(0);
  const outline = useOutline(element, state === 'on', look);
  useEffect(() => { onReady(state === 'on' && ratio !== null); }, [state, ratio, onReady]);
  useImperativeHandle(ref, () => ({
    take: async () => {
      const picture = await grab();
      if (!picture) return;
      setFlash((count) => count + 1);
      onTake(picture);
    },
  }), [grab, onTake]);
  if (state === 'refused' || state === 'none') {
    return (
      <div className="grid h-full place-content-center justify-items-center gap-3 p-8 text-center text-white">
        <CameraOff size={32} aria-hidden />
        <p role="alert" className="max-w-sm">{t(state === 'refused' ? 'scan.refused' : 'scan.noCamera')}</p>
        {state === 'refused' && <Button small onClick={start}>{t('common.retry')}</Button>}
      </div>
    );
  }
  return (
    <div className="relative size-full">
      <video
        ref={(made) => {
          video.current = made;
          setElement(made);
        }}
        muted
        playsInline
        aria-label={t('scan.camera')}
        onLoadedMetadata={(event) => { setRatio(event.currentTarget.videoWidth / event.currentTarget.videoHeight); }}
        onResize={(event) => { setRatio(event.currentTarget.videoWidth / event.currentTarget.videoHeight); }}
        className="size-full object-contain"
      />
      {outline && ratio && (
        <svg viewBox={`0 0 ${ratio} 1`} aria-hidden data-outline className="pointer-events-none absolute inset-0 size-full">
          <polygon points={outline.map(({ x, y }) => `${x * ratio},${y}`).join(' ')} fill="rgb(124 203 180 / 0.25)" stroke="#7ccbb4" strokeWidth="3" vectorEffect="non-scaling-stroke" strokeLinejoin="round" />
        </svg>
      )}
      {flash > 0 && <div key={flash} aria-hidden className="flash pointer-events-none absolute inset-0 bg-white" />}
      <p role="status" className="sr-only">{state === 'on' ? t(outline ? 'scan.seen' : 'scan.unseen') : t('scan.starting')}</p>
    </div>
  );
};
