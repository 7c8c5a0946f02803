import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import type { TextKey } from '../../i18n/en.ts';
import { withCorner, type Corners } from './paper/corners.ts';

const names: readonly TextKey[] = ['scan.corner.topLeft', 'scan.corner.topRight', 'scan.corner.bottomRight', 'scan.corner.bottomLeft'];
const steps: Record<string, { x: number; y: number }> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
const fine = 0.005;
const coarse = 0.03;

/** The picture as it was taken, with the paper's corners to draw into place, by hand or by arrow keys. */
export const AdjustCorners = ({ url, corners, onChange, onDone }: { url: string; corners: Corners; onChange(corners: Corners): void; onDone(corners: Corners): void }) => {
  const { t, format } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  const latest = useRef(corners);
  const set = (next: Corners) => {
    latest.current = next;
    onChange(next);
  };
  const drag = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (held.current === null || !box) return;
    set(withCorner(latest.current, held.current, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }));
  };
  const press = (index: number) => (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const size = event.shiftKey ? coarse : fine;
    const from = latest.current[index]!;
    const next = withCorner(latest.current, index, { x: from.x + step.x * size, y: from.y + step.y * size });
    set(next);
    onDone(next);
  };
  return (
    <div className="grid place-items-center overflow-hidden rounded-control bg-sunken p-4">
      <div ref={frame} className="relative touch-none select-none">
        <img src={url} alt={t('scan.original')} draggable={false} className="block max-h-[52dvh] max-w-full" />
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden className="pointer-events-none absolute inset-0 size-full">
          <path d={`M0,0H1V1H0Z M${corners.map(({ x, y }) => `${x},${y}`).join(' L')}Z`} fill="rgb(10 14 12 / 0.5)" fillRule="evenodd" />
          <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" stroke="#7ccbb4" strokeWidth="2" vectorEffect="non-scaling-stroke" />
        </svg>
        {corners.map(({ x, y }, index) => (
          <button
            key={names[index]}
            type="button"
            aria-label={t('scan.corner.at', { corner: t(names[index]!), x: format.percent(x), y: format.percent(y) })}
            aria-describedby="scan-corner-hint"
            onKeyDown={press(index)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              held.current = index;
              latest.current = corners;
            }}
            onPointerMove={drag}
            onPointerUp={() => {
              held.current = null;
              onDone(latest.current);
            }}
            onPointerCancel={() => { held.current = null; }}
            className="absolute grid size-11 -translate-x-1/2 -translate-y-1/2 cursor-move touch-none place-items-center rounded-full"
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          >
            <span className="size-5 rounded-full border-2 border-white bg-[#0e5a4a] shadow-raised" />
          </button>
        ))}
      </div>
    </div>
  );
};
