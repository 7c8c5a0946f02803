import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { drawCrop, encodeCrop, squareOf, type Crop } from './picture.ts';

const sidePx = 288;
const step = 0.1;
const clamp = (value: number) => Math.max(-1, Math.min(1, value));

type Props = { picture: ImageBitmap; busy: boolean; onSave(picture: Blob): void; onClose(): void };

/** Chooses which square of a picture is shown: dragged by the pointer or moved by the arrow keys. */
export const AvatarEditor = ({ picture, busy, onSave, onClose }: Props) => {
  const { t } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [crop, setCrop] = useState<Crop>({ zoom: 1, x: 0, y: 0 });
  useEffect(() => {
    if (canvas.current) drawCrop(canvas.current, picture, crop);
  }, [picture, crop]);
  const move = (dx: number, dy: number) => { setCrop((before) => ({ ...before, x: clamp(before.x + dx), y: clamp(before.y + dy) })); };
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const { side } = squareOf(picture.width, picture.height, crop);
    const scale = side / sidePx;
    const along = (by: number, whole: number) => (whole > side ? (-by * scale * 2) / (whole - side) : 0);
    move(along(event.movementX, picture.width), along(event.movementY, picture.height));
  };
  const press = (event: KeyboardEvent) => {
    const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!way) return;
    event.preventDefault();
    move(way[0]!, way[1]!);
  };
  return (
    <Dialog title={t('settings.avatar.title')} onClose={onClose}>
      <canvas
        ref={canvas}
        data-first
        width={sidePx * 2}
        height={sidePx * 2}
        tabIndex={0}
        role="img"
        aria-label={t('settings.avatar.crop')}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); }}
        onPointerMove={drag}
        onKeyDown={press}
        className="mx-auto size-72 max-w-full cursor-move touch-none rounded-full bg-sunken"
      />
      <label className="grid gap-1.5 text-sm font-medium text-ink-soft">
        {t('settings.avatar.zoom')}
        <input type="range" min={1} max={4} step={0.05} value={crop.zoom} onChange={(event) => { setCrop({ ...crop, zoom: Number(event.target.value) }); }} className="min-h-11 accent-accent" />
      </label>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" disabled={busy} onClick={() => void encodeCrop(picture, crop).then(onSave)}>{t('common.save')}</Button>
      </div>
    </Dialog>
  );
};
