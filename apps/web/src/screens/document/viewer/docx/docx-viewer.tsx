import { Fragment, useEffect, useRef, useState } from 'react';
import { useDevice } from '../../../../app/device.tsx';
import { useApi } from '../../../../app/session.tsx';
import { useShortcuts } from '../../../../app/shortcuts.tsx';
import { originalBytes } from '../../../../data/original.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { bringIntoView } from '../bring-into-view.ts';
import { findWords } from '../find-words.ts';
import type { Focus } from '../focus.ts';
import { TextViewer } from '../text-viewer.tsx';
import { ViewerBar } from '../viewer-bar.tsx';
import { ViewerOpening } from '../viewer-notes.tsx';
import { stepZoom } from '../zoom.ts';
import { readDocx, type Block, type Docx, type Run } from './read-docx.ts';

const Picture = ({ docx, run }: { docx: Docx; run: Extract<Run, { kind: 'picture' }> }) => {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let left = false;
    docx.picture(run.part).then((blob) => {
      if (!blob || left) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    }, () => undefined);
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [docx, run.part]);
  return url ? <img src={url} alt={run.alt} width={run.width ?? undefined} className="inline-block h-auto max-w-full" /> : null;
};

const RunView = ({ docx, run }: { docx: Docx; run: Run }) => {
  if (run.kind === 'break') return <br />;
  if (run.kind === 'picture') return <Picture docx={docx} run={run} />;
  const look = [run.bold && 'font-semibold', run.italic && 'italic', run.underline && 'underline', run.strike && 'line-through'].filter(Boolean).join(' ');
  return look ? <span className={look}>{run.text}</span> : run.text;
};

const sizes = ['', 'text-2xl font-semibold mt-2', 'text-xl font-semibold mt-2', 'text-lg font-semibold mt-1', 'font-semibold', 'font-semibold', 'font-semibold'];
const sides = { left: '', center: 'text-center', right: 'text-right', justify: 'text-justify' };

const BlockView = ({ docx, block }: { docx: Docx; block: Block }) => {
  if (block.kind === 'page') return <hr className="my-6 border-dashed border-line-strong" />;
  if (block.kind === 'table') {
    return (
      <div className="my-3 overflow-x-auto">
        <table className="w-full border-collapse text-sm">
          <tbody>
            {block.rows.map((row, index) => (
              <tr key={index}>{row.map((cell, at) => <td key={at} colSpan={cell.span} className="border border-line-strong p-2 align-top">{cell.blocks.map((one, inner) => <BlockView key={inner} docx={docx} block={one} />)}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
  return (
    // Headings of the file are not headings of this page: screen readers hear them as such inside the document.
    <div role={block.level > 0 ? 'heading' : undefined} aria-level={block.level > 0 ? Math.min(6, block.level + 2) : undefined} className={`min-h-[1lh] break-words whitespace-pre-wrap ${sizes[block.level] ?? ''} ${sides[block.align]}`} style={block.depth > 0 ? { marginInlineStart: `${block.depth * 1.5}rem` } : undefined}>
      {block.marker !== null && <span className="-ml-6 inline-block w-6 text-ink-soft">{block.marker}</span>}
      {block.runs.map((run, index) => <Fragment key={index}><RunView docx={docx} run={run} /></Fragment>)}
    </div>
  );
};

/** Lights words up in what is shown without touching it, and brings the first into view. */
const lightUp = (root: HTMLElement, focus: Focus | null) => {
  CSS.highlights.delete('lit');
  if (!focus) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const ranges = findWords(nodes.map((node) => node.data), focus.wanted, focus.loose).map(({ item, from, to }) => {
    const range = document.createRange();
    range.setStart(nodes[item]!, from);
    range.setEnd(nodes[item]!, to);
    return range;
  });
  if (ranges.length === 0) return;
  CSS.highlights.set('lit', new Highlight(...ranges));
  bringIntoView(ranges[0]!.startContainer.parentElement);
};

/** A Word file as it reads: headings, lists, tables and pictures. Where it cannot be opened, the text that the vault read from it. */
export const DocxViewer = ({ id, version, focus }: { id: string; version: number; focus: Focus | null }) => {
  const { t } = useLanguage();
  const api = useApi();
  const device = useDevice();
  const root = useRef<HTMLDivElement>(null);
  const [docx, setDocx] = useState<Docx | 'broken' | null>(null);
  const [zoom, setZoom] = useState(1);
  useEffect(() => {
    const leave = new AbortController();
    setDocx(null);
    originalBytes(api, device, { id, version }, leave.signal)
      .then(readDocx)
      .then(setDocx)
      .catch(() => { if (!leave.signal.aborted) setDocx('broken'); });
    return () => { leave.abort(); };
  }, [api, device, id, version]);
  const shown = docx !== null && docx !== 'broken';
  useEffect(() => {
    if (!shown || !root.current || !('highlights' in CSS)) return;
    lightUp(root.current, focus);
    return () => { CSS.highlights.delete('lit'); };
  }, [shown, focus]);
  useShortcuts([
    { keys: '+', label: 'viewer.zoomIn', run: () => { setZoom(stepZoom(zoom, 1)); } },
    { keys: '-', label: 'viewer.zoomOut', run: () => { setZoom(stepZoom(zoom, -1)); } },
    { keys: '0', label: 'viewer.fit', run: () => { setZoom(1); } },
  ]);
  if (docx === null) return <ViewerOpening />;
  if (docx === 'broken') return <TextViewer id={id} focus={focus} />;
  return (
    <>
      <ViewerBar shown={zoom} onZoom={(next) => { setZoom(next === 'width' ? 1 : next); }} />
      <div tabIndex={0} role="region" aria-label={t('viewer.pages')} className="min-h-0 flex-1 overflow-auto bg-sunken p-3 -outline-offset-2 sm:p-6">
        <div ref={root} className="mx-auto grid min-h-full max-w-3xl content-start gap-1.5 bg-surface p-6 leading-relaxed shadow-raised sm:p-14" style={{ zoom }}>
          {docx.blocks.map((block, index) => <BlockView key={index} docx={docx} block={block} />)}
        </div>
      </div>
    </>
  );
};
