/* Entry of `npm run vault -- <command>`: what an operator does beside running the servers. */
import { join } from 'node:path';
import { runCommand } from './commands.ts';
import { createProgress } from './progress.ts';

const given = process.argv.slice(2);
const args = given[0] === 'vault' ? given.slice(1) : given;

runCommand(args, { env: process.env, cwd: process.cwd(), root: join(import.meta.dirname, '..'), workers: import.meta.dirname, progress: createProgress(process.stdout) }).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
