import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signUp } from './client.ts';
import { generateCorpus } from './corpus/generate.ts';
import { households } from './corpus/households/all.ts';
import { measureChat, measureHousehold } from './measure/chat.ts';
import { measureDocuments } from './measure/documents.ts';
import { missed, renderFailures, renderTable, type Report } from './measure/report.ts';
import { measureSearch } from './measure/search.ts';
import { uploadAll, waitForAll } from './measure/upload.ts';
import { sharedSamples } from './samples.ts';
import { startServer } from './server.ts';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' }, email: { type: 'string' }, only: { type: 'string' }, filter: { type: 'string' }, json: { type: 'string' },
    failures: { type: 'boolean', default: false }, assert: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false }, 'held-out': { type: 'boolean', default: false }, 'corpus-only': { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
  },
});

const log = (line: string): void => { process.stderr.write(`${line}\n`); };

async function main(): Promise<number> {
  const folder = join(process.cwd(), 'eval', '.corpus');
  const everything = await generateCorpus(folder, log);
  if (options['corpus-only']) return 0;
  const only = (id: string): boolean => !options.filter || id.includes(options.filter);
  const wanted = (part: string): boolean => !options.only || options.only === part;
  // A filtered look at documents uploads those alone; questions and searches are only honest among all of them.
  const truths = options.only === 'documents' ? everything.filter((truth) => only(truth.id)) : everything;
  const samples = options.only === 'documents' && options.filter ? [] : await sharedSamples(resolve(process.cwd(), '..', 'shared', 'samples'));

  const server = options.url ? { url: options.url.replace(/\/$/, ''), stop: () => Promise.resolve() } : await startServer({ keep: options.keep });
  try {
    log(`Vault at ${server.url}`);
    const email = options.email ?? `asha.${Date.now()}@example.com`;
    const client = await signUp(server.url, { email, password: 'correct-Horse-7-staple' });
    const started = Date.now();
    const { placed, refused } = await uploadAll(client, folder, truths, samples);
    log(`${placed.length} documents uploaded in ${Math.round((Date.now() - started) / 1000)} s`);
    const failed = await waitForAll(client, placed, Number(options.minutes), log);
    const report: Report = { rows: [], failures: [], documents: [], notes: [`${placed.length} documents read in ${Math.round((Date.now() - started) / 1000)} s`] };
    for (const each of [...refused, ...failed]) report.failures.push({ group: 'not read', id: each.name, heldOut: truths.some((truth) => truth.id === each.name && truth.heldOut), expected: 'completed', got: each.why });

    if (wanted('documents')) await measureDocuments(client, placed, report);
    if (wanted('search')) await measureSearch(client, placed, report, options.only === 'search' ? only : () => true);
    if (wanted('chat')) await measureChat(client, placed, report, options.only === 'chat' ? only : () => true);

    if (wanted('chat')) for (const household of households) {
      const papers = await generateCorpus(join(folder, 'households', household.name), log, household.documents);
      const member = await signUp(server.url, { email: email.replace(/^[^.@]*/, household.asker.toLowerCase().replace(/\W+/g, '-')), password: 'correct-Horse-7-staple', name: household.asker });
      const shelf = await uploadAll(member, join(folder, 'households', household.name), papers, []);
      await waitForAll(member, shelf.placed, Number(options.minutes), log);
      await measureHousehold(member, shelf.placed, report, household, only);
    }

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
