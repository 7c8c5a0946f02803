/*
 * What more processes and another engine give. Prints one table; ends with 1 when a call of the crowd failed.
 *   node scripts/run.mjs bench/cluster.ts                        everything, the crowd for ten minutes: about half an hour
 *   node scripts/run.mjs bench/cluster.ts --only engines,rls     parts: engines, apis, workers, rls, crowd, crowd-embedded
 *   node scripts/run.mjs bench/cluster.ts --only crowd --minutes 1
 * Everything runs on this machine and on loopback; PostgreSQL syncs each commit to the disk, as PGlite does here.
 */
import { cpus, loadavg } from 'node:os';
import { scaleApis } from './cluster/api-processes.ts';
import { crowdOnCluster, crowdOnEmbedded } from './cluster/crowd.ts';
import { compareEngines } from './cluster/engines.ts';
import { scaleWorkers } from './cluster/queue-workers.ts';
import { measureRowLevelSecurity } from './cluster/row-level-security.ts';

const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || process.argv.length];
const minutes = Number(argument('minutes') ?? 10);
const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};

/** A part that throws when a call fails, and so has none to count. */
const strict = (measure: (to: typeof print) => Promise<void>) => async () => {
  await measure(print);
  return 0;
};

const parts: Record<string, () => Promise<number>> = {
  engines: strict(compareEngines),
  apis: strict(scaleApis),
  workers: strict(scaleWorkers),
  rls: strict(measureRowLevelSecurity),
  crowd: () => crowdOnCluster(print, minutes),
  'crowd-embedded': () => crowdOnEmbedded(print, minutes),
};

const wanted = argument('only')?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`no part is called ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
print(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the start\n`);
print('| what | p50 / p95 / p99 · rate | beside it |\n|---|---|---|');
let failed = 0;
for (const name of wanted) failed += await parts[name]!();
print(`\nload ${loadavg()[0]!.toFixed(1)} at the end`);
process.exit(failed === 0 ? 0 : 1);
