import { useCallback, useEffect, useRef, useState } from 'react';
import { wholePicture, type Corners } from './paper/corners.ts';
import type { Filter } from './paper/filters.ts';
import { lookedAt } from './paper/find-paper.ts';
import type { PageImage } from './paper/write-pdf.ts';
import { openScanDesk, type ScanDesk } from './scan-desk.ts';

export type ScanPage = {
  id: string;
  source: Blob;
  /** Address of the picture as it was taken. */
  sourceUrl: string;
  corners: Corners;
  /** False where no paper was found: the whole picture is taken, and the person should look. */
  found: boolean;
  quarters: number;
  filter: Filter;
  image: PageImage | null;
  /** Address of the page as it will be. */
  previewUrl: string | null;
};
type Shape = Pick<ScanPage, 'corners' | 'quarters' | 'filter'>;

export type Scan = {
  pages: readonly ScanPage[];
  /** Pages that are being worked on, and pictures that are being looked at. */
  busy: number;
  add(picture: Blob, corners?: Corners | null): Promise<boolean>;
  change(id: string, shape: Partial<Shape>): void;
  /** Looks for the paper again. */
  find(id: string): Promise<void>;
  look(picture: ImageBitmap): Promise<Corners | null>;
  move(id: string, by: -1 | 1): void;
  remove(id: string): void;
  clear(): void;
  pdf(): Promise<Uint8Array<ArrayBuffer>>;
};

/** A small picture for looking for the paper; Safari cannot make one small by itself, so the worker does it again. */
export const smallBitmap = async (source: Blob | HTMLVideoElement, width: number, height: number): Promise<ImageBitmap> => {
  const scale = Math.min(1, lookedAt / Math.max(width, height));
  return createImageBitmap(source, { resizeWidth: Math.max(1, Math.round(width * scale)), resizeHeight: Math.max(1, Math.round(height * scale)) }).catch(() => createImageBitmap(source));
};

const letGo = (page: ScanPage) => {
  URL.revokeObjectURL(page.sourceUrl);
  if (page.previewUrl) URL.revokeObjectURL(page.previewUrl);
};

/** The pages scanned so far. */
export const useScan = (filter: Filter): Scan => {
  const desk = useRef<ScanDesk | null>(null);
  const [pages, setPages] = useState<readonly ScanPage[]>([]);
  const [busy, setBusy] = useState(0);
  const latest = useRef(pages);
  const turn = useRef(new Map<string, number>());
  useEffect(() => { latest.current = pages; });
  useEffect(() => {
    desk.current = openScanDesk();
    return () => {
      desk.current?.close();
      desk.current = null;
      latest.current.forEach(letGo);
    };
  }, []);
  const patch = useCallback((id: string, change: Partial<ScanPage>) => { setPages((list) => list.map((page) => (page.id === id ? { ...page, ...change } : page))); }, []);
  const look = useCallback((picture: ImageBitmap) => desk.current!.ask('find', { picture }, [picture]), []);

  /** Works a page out again; of several in a row only the last counts. */
  const work = useCallback(async (page: ScanPage) => {
    const mine = (turn.current.get(page.id) ?? 0) + 1;
    turn.current.set(page.id, mine);
    setBusy((count) => count + 1);
    try {
      const { image, preview } = await desk.current!.ask('flatten', { picture: page.source, corners: page.corners, quarters: page.quarters, filter: page.filter });
      if (turn.current.get(page.id) !== mine) return;
      setPages((list) => list.map((one) => {
        if (one.id !== page.id) return one;
        if (one.previewUrl) URL.revokeObjectURL(one.previewUrl);
        return { ...one, image, previewUrl: URL.createObjectURL(preview) };
      }));
    } finally {
      setBusy((count) => count - 1);
    }
  }, []);

  return {
    pages,
    busy,
    look,
    add: async (picture, known) => {
      setBusy((count) => count + 1);
      try {
        let corners = known ?? null;
        if (!corners) {
          const whole = await createImageBitmap(picture).catch(() => null);
          if (!whole) return false;
          corners = await look(whole);
        }
        const page: ScanPage = { id: crypto.randomUUID(), source: picture, sourceUrl: URL.createObjectURL(picture), corners: corners ?? wholePicture, found: corners !== null, quarters: 0, filter, image: null, previewUrl: null };
        setPages((list) => [...list, page]);
        await work(page);
        return true;
      } finally {
        setBusy((count) => count - 1);
      }
    },
    change: (id, shape) => {
      const page = latest.current.find((one) => one.id === id);
      if (!page) return;
      const next = { ...page, ...shape };
      patch(id, shape.corners ? { ...shape, found: true } : shape);
      void work(next).catch(() => undefined);
    },
    find: async (id) => {
      const page = latest.current.find((one) => one.id === id);
      if (!page) return;
      const corners = await look(await createImageBitmap(page.source));
      const next = { ...page, corners: corners ?? wholePicture, found: corners !== null };
      patch(id, { corners: next.corners, found: next.found });
      await work(next);
    },
    move: (id, by) => {
      setPages((list) => {
        const from = list.findIndex((page) => page.id === id);
        const to = from + by;
        if (from < 0 || to < 0 || to >= list.length) return list;
        const next = [...list];
        [next[from], next[to]] = [next[to]!, next[from]!];
        return next;
      });
    },
    remove: (id) => {
      setPages((list) => list.filter((page) => {
        if (page.id === id) letGo(page);
        return page.id !== id;
      }));
    },
    clear: () => {
      setPages((list) => {
        list.forEach(letGo);
        return [];
      });
    },
    pdf: () => desk.current!.ask('pdf', { pages: latest.current.flatMap(({ image }) => (image ? [image] : [])) }),
  };
};
