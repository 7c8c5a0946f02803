import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signUp } from './client.ts';
import { generateCorpus } from './corpus/generate.ts';
import { households } from './corpus/households/all.ts';
import type { DocumentTruth } from './corpus/truth.ts';
import { measureChat } from './measure/chat.ts';
import { measureDocuments } from './measure/documents.ts';
import { measureHousehold } from './measure/household.ts';
import { missed, renderFailures, renderTable, type Report } from './measure/report.ts';
import { measureSearch } from './measure/search.ts';
import { uploadAll, waitForAll } from './measure/upload.ts';
import { sharedSamples } from './samples.ts';
import { startServer } from './server.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' }, email: { type: 'string' }, only: { type: 'string' }, filter: { type: 'string' }, json: { type: 'string' }, households: { type: 'string' },
    failures: { type: 'boolean', default: false }, assert: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, 'held-out': { type: 'boolean', default: false }, 'corpus-only': { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
  },
});

const log = (line: string): void => { process.stderr.write(`${line}\n`); };

const email = options.email ?? `asha.${Date.now()}@example.com`;
const password = 'correct-Horse-7-staple';
const only = (id: string): boolean => !options.filter || id.includes(options.filter);
const wanted = (part: string): boolean => !options.only || options.only === part;
const minutes = Number(options.minutes);

/** The corpus of the Raos: uploaded, read, measured. */
async function measureCorpus(url: string, folder: string, everything: readonly DocumentTruth[], report: Report): Promise<void> {
  // A filtered look at documents uploads those alone; questions and searches are only honest among all of them.
  const truths = options.only === 'documents' ? everything.filter((truth) => only(truth.id)) : everything;
  const samples = options.only === 'documents' && options.filter ? [] : await sharedSamples(resolve(process.cwd(), '..', 'shared', 'samples'));
  const client = await signUp(url, { email, password });
  const started = Date.now();
  const { placed, refused } = await uploadAll(client, folder, truths, samples);
  log(`${placed.length} documents uploaded in ${Math.round((Date.now() - started) / 1000)} s`);
  const failed = await waitForAll(client, placed, minutes, log);
  report.notes.push(`${placed.length} documents read in ${Math.round((Date.now() - started) / 1000)} s`);
  for (const each of [...refused, ...failed]) report.failures.push({ group: 'not read', id: each.name, heldOut: truths.some((truth) => truth.id === each.name && truth.heldOut), expected: 'completed', got: each.why });
  if (wanted('documents')) await measureDocuments(client, placed, report);
  if (wanted('search')) await measureSearch(client, placed, report, options.only === 'search' ? only : () => true);
  if (wanted('chat')) await measureChat(client, placed, report, options.only === 'chat' ? only : () => true);
}

/** The other families, each in an account of its own; with `--households` those alone whose name holds one of the words. */
async function measureHouseholds(url: string, folder: string, report: Report): Promise<void> {
  const names = options.households?.split(',');
  for (const household of households) {
    if (names ? !names.some((name) => household.name.includes(name)) : !wanted('chat') && (options.filter || (!wanted('documents') && !household.searches))) continue;
    const shelf = join(folder, 'households', household.name);
    const papers = await generateCorpus(shelf, log, household.documents);
    const member = await signUp(url, { email: email.replace(/^[^.@]*/, household.asker.toLowerCase().replace(/\W+/g, '-')), password, name: household.asker });
    await measureHousehold(member, shelf, papers, report, household, { minutes, wanted, only, log });
  }
}

async function main(): Promise<number> {
  const folder = join(process.cwd(), 'eval', '.corpus');
  const truths = options.households ? [] : await generateCorpus(folder, log);
  if (options['corpus-only']) return 0;
  const server = options.url ? { url: options.url.replace(/\/$/, ''), stop: () => Promise.resolve() } : await startServer({ keep: options.keep });
  try {
    log(`Vault at ${server.url}`);
    const report: Report = { rows: [], failures: [], documents: [], notes: [] };
    if (!options.households) await measureCorpus(server.url, folder, truths, report);
    await measureHouseholds(server.url, folder, report);

    // Whoever tunes must not see what went wrong on the part that is set aside.
    if (!options['held-out']) {
      const aside = report.failures.filter((failure) => failure.heldOut).length;
      report.failures = report.failures.filter((failure) => !failure.heldOut);
      report.documents = report.documents.filter((detail) => !truths.some((truth) => truth.id === detail.id && truth.heldOut));
      report.notes.push(`${aside} failures on the part set aside are not listed (--held-out)`);
    }
    console.log(renderTable(report.rows));
    console.log(`\n${report.notes.join('\n')}\n\n${renderFailures(report.failures, options.failures)}`);
    if (options.json) await writeFile(options.json, JSON.stringify(report, null, 2));
    return options.assert && report.rows.some(missed) ? 1 : 0;
  } finally {
    await server.stop();
  }
}

process.exit(await main().catch((error: unknown) => { console.error(error); return 2; }));
