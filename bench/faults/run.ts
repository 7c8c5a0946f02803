/*
 * `node scripts/run.mjs bench/faults/run.ts [--only kill,disk] [--scale 0.2]`: makes each fault for real while people send papers,
 * and looks afterwards for every paper that was acknowledged, byte by byte. Prints the table of docs/operations/faults.md;
 * ends with 1 when something was lost, seen twice, or did not come back by itself.
 */
import { isClean, type Fault } from './fault.ts';
import { clockLeapsEmbedded, clockLeapsInCluster } from './clock-leaps.ts';
import { cutUploads } from './cut-uploads.ts';
import { diskFullEmbedded, diskFullPostgres } from './disk-full.ts';
import { runWriter } from './embedded-writer.ts';
import { killCluster } from './kill-cluster.ts';
import { killEmbedded } from './kill-embedded.ts';
import { killMigrationEmbedded, killMigrationPostgres } from './kill-migration.ts';
import { powerLoss } from './power-loss.ts';
import { redisGone } from './redis-gone.ts';
import { s3Faults } from './s3-faults.ts';
import { twoWorkers } from './two-workers.ts';

const faults: Record<string, Fault> = {
  kill: killCluster,
  'kill-embedded': killEmbedded,
  'power-loss': powerLoss,
  'disk-embedded': diskFullEmbedded,
  'disk-postgres': diskFullPostgres,
  s3: s3Faults,
  redis: redisGone,
  'two-workers': twoWorkers,
  clock: clockLeapsInCluster,
  'clock-embedded': clockLeapsEmbedded,
  migration: killMigrationPostgres,
  'migration-embedded': killMigrationEmbedded,
  cut: cutUploads,
};

const main = async (): Promise<boolean> => {
  const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || process.argv.length];
  const wanted = argument('only')?.split(',') ?? Object.keys(faults);
  const scale = Number(argument('scale') ?? 1);
  const unknown = wanted.filter((name) => !(name in faults));
  if (unknown.length > 0) throw new Error(`no fault is called ${unknown.join(', ')}; there are ${Object.keys(faults).join(', ')}`);

  let clean = true;
  console.log('| fault | how often | acknowledged | lost | seen twice | kept, though the answer was not heard | seen | seconds |\n|---|---|---|---|---|---|---|---|');
  for (const name of wanted) {
    const fault = faults[name]!;
    const missing = fault.missing();
    if (missing) {
      console.log(`| ${fault.name} | not run: ${missing} | | | | | | |`);
      continue;
    }
    const began = performance.now();
    const outcome = await fault.run(scale);
    console.log(`| ${fault.name} | ${outcome.done} | ${outcome.acknowledged} | ${outcome.lost.length} | ${outcome.twice} | ${outcome.unheard} | ${outcome.seen} | ${((performance.now() - began) / 1000).toFixed(0)} |`);
    for (const one of [...outcome.wrong, ...outcome.lost.slice(0, 20)]) console.log(`  ✗ ${one}`);
    clean &&= isClean(outcome);
  }
  return clean;
};

const [flag, home, file, mode] = process.argv.slice(2);
if (flag === '--writer') await runWriter(home!, import.meta.dirname, file!, mode === 'write');
else process.exit((await main()) ? 0 : 1);
