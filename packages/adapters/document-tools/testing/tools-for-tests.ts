import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ToolFailure, type DocumentTools } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import { createDocumentTools, type DocumentToolsOptions } from '../create-document-tools.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Real documents lie beside the repository; a checkout alone does not have them. */
export const SAMPLES = here('../../../../../shared/samples/');
export const HAVE_SAMPLES = existsSync(SAMPLES);
if (!HAVE_SAMPLES) console.warn('document-tools: tests on sample documents are skipped: ../shared/samples is not there');

/** The bytes of a sample document. */
export function sample(path: string): Uint8Array {
  return new Uint8Array(readFileSync(SAMPLES + path));
}

/** Builds the child's script and its thread's as the product's build does, under a name of its own, and returns the path of the child's. */
export async function buildEntry(name: string): Promise<string> {
  const outdir = here(`../dist/${name}`);
  await build({
    entryPoints: { 'document-process': here('../document-process.ts'), 'tesseract-thread': here('../ocr/tesseract-thread.ts') }, outdir, bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'error',
    plugins: [{ name: 'third-party-stays-outside', setup: (it) => { it.onResolve({ filter: /^[^./]/ }, (at) => at.path.startsWith('@docuvault/') || at.kind === 'entry-point' ? undefined : { path: at.path, external: true }); } }],
  });
  return `${outdir}/document-process.js`;
}

/** Builds the script of the thread that recognises text, under a name of its own, for tests that need no process. */
export async function buildThread(name: string): Promise<URL> {
  return new URL('tesseract-thread.js', pathToFileURL(await buildEntry(name)));
}

/** Tools with a freshly built child; `options` as in the product. */
export async function toolsForTests(name: string, options: Partial<DocumentToolsOptions> = {}): Promise<ReturnType<typeof createDocumentTools>> {
  return createDocumentTools({ ...options, entry: await buildEntry(name) });
}

/** Opens, reads every page and closes. */
export async function readAll(tools: DocumentTools, bytes: Uint8Array, mimeType: string, password?: string): Promise<{ kind: string; pages: PageText[]; text: string }> {
  const session = await tools.open(bytes, { mimeType, password });
  try {
    const pages = await session.readPages(1, session.opened.pageCount);
    return { kind: session.opened.kind, pages, text: pages.map((page) => page.text).join('\n') };
  } finally {
    await session.close();
  }
}

/** The failure that `work` ends with; an error of another kind, or none, fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<ToolFailure> {
  const error = await work.then(() => null, (reason: unknown) => reason);
  if (error instanceof ToolFailure) return error;
  throw new Error(`expected a ToolFailure, got ${String(error)}`);
}

export const PDF = 'application/pdf';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const DOC = 'application/msword';
