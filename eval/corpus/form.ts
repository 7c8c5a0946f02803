import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import type { Written } from './docx.ts';
import type { Paper } from './paper.ts';
import { photographed, type PhotoForm } from './photo.ts';
import { randomFor } from './random.ts';
import { rasterise } from './raster.ts';
import { scanned, type ScanForm } from './scan.ts';
import type { Authored, Condition } from './truth.ts';

export type Form = { readonly as: 'text-pdf' } | ScanForm | PhotoForm;

/** A document drawn on paper, and how it reaches the vault. */
export type Drawn = Authored & { readonly form: Form; readonly draw: () => Paper };
/** A document typed in a word processor. */
export type Typed = Authored & { readonly form: { readonly as: 'docx' }; readonly content: () => Written };

export function conditionOf(form: Form | { readonly as: 'docx' }): Condition {
  if (form.as !== 'scan') return form.as;
  return form.turn ? 'rotated' : `scan${form.dpi}`;
}

export const extensionOf = (form: Form | { readonly as: 'docx' }): string =>
  form.as === 'docx' ? 'docx' : form.as === 'text-pdf' ? 'pdf' : form.to;

/** The file's bytes. */
export async function develop(id: string, paper: Paper, form: Form): Promise<Buffer> {
  const pdf = await paper.bytes();
  if (form.as === 'text-pdf') return pdf;
  const random = randomFor(id);
  const images: Buffer[] = [];
  if (form.as === 'scan') {
    for (const page of await rasterise(pdf, form.dpi)) images.push(await scanned(page, form, random));
  } else {
    const long = form.long ?? 3000;
    const dpi = Math.min(500, Math.max(120, Math.round((long / Math.max(paper.width, paper.height)) * 72)));
    for (const page of await rasterise(pdf, dpi)) images.push(await photographed(page, form, random));
  }
  if (form.to !== 'pdf') {
    if (images.length !== 1) throw new Error(`${id}: a picture holds one page`);
    return images[0]!;
  }
  return imagePdf(images, form.as === 'scan' ? form.dpi : 220);
}

async function imagePdf(images: readonly Buffer[], dpi: number): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date('2026-01-01T00:00:00Z'), Producer: 'eval' } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => pdf.on('end', resolve));
  for (const image of images) {
    const { width, height } = await sharp(image).metadata();
    const size: [number, number] = [(width / dpi) * 72, (height / dpi) * 72];
    pdf.addPage({ size, margin: 0 });
    pdf.image(image, 0, 0, { width: size[0], height: size[1] });
  }
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
