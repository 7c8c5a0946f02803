import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createJsonLogger } from '@docuvault/core/logger.ts';
import { loginOf, makeLogin } from '@docuvault/db/postgres/make-login.ts';
import { migrateAll } from '../server/migrations.ts';
import { adoptSecrets } from './adopt-secrets.ts';
import { backup } from './backup.ts';
import { createAdmin } from './create-admin.ts';
import { doctor } from './doctor.ts';
import { exportArchive } from './export-archive.ts';
import { openHouse } from './house.ts';
import { importFolder } from './import-folder.ts';
import type { Progress } from './progress.ts';
import { restore } from './restore.ts';
import { rotateKeys } from './rotate-keys.ts';
import { verify } from './verify.ts';

export type CommandContext = { env: Record<string, string | undefined>; cwd: string; root: string; workers: string; progress: Progress };

export const usage = `npm run vault -- <command>

  backup <file>            everything into one sealed file, while the vault runs
  verify <file>            reads a backup through and opens every file in it
  restore <file>           into an empty vault, of whichever engine and store the environment names
  export <file> <folder>   a backup written out as plain files and JSON
  import <folder> --email <address>   papers of a folder into a person's vault (the server runs; VAULT_PASSWORD)
  migrate                  brings the schema up to date, and makes the login of DATABASE_URL
  doctor [--quick]         finds missing, corrupt and left-over files, and says what to do
  rotate-keys              wraps the keys of all files by a new master key; run it again when it was interrupted
  create-admin --email <address>      a confirmed account on the largest plan (VAULT_PASSWORD)

The passphrase of a backup is VAULT_PASSPHRASE, or the first line of --key-file <path>. Which vault is meant the same
variables say as for the server: DOCUVAULT_HOME, DATABASE_URL, DATABASE_ADMIN_URL, S3_…`;

type Options = { 'key-file'?: string | undefined; email?: string | undefined; url?: string | undefined; quick?: boolean | undefined };

const passphraseOf = (options: Options, env: CommandContext['env']): string => {
  const passphrase = options['key-file'] ? readFileSync(options['key-file'], 'utf8').split('\n')[0]!.trim() : env.VAULT_PASSPHRASE;
  if (!passphrase || passphrase.length < 12) throw new Error('Set VAULT_PASSPHRASE, or --key-file <path>, to at least 12 characters. Without it nobody can open the backup, you included.');
  return passphrase;
};
const needed = (value: string | undefined, what: string): string => {
  if (!value) throw new Error(`${what} is missing.\n\n${usage}`);
  return value;
};
const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** Runs one command line; answers the exit code. */
export const runCommand = async (args: string[], { env, cwd, root, workers, progress }: CommandContext): Promise<number> => {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { 'key-file': { type: 'string' }, email: { type: 'string' }, url: { type: 'string' }, quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const options: Options = values;
  const [command, ...rest] = positionals;
  const file = () => resolve(cwd, needed(rest[0], 'The file of the backup'));
  const house = () => openHouse(env, root, workers);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  switch (values.help ? 'help' : command) {
    case 'backup': {
      const done = await backup(await house(), file(), passphraseOf(options, env), version, progress);
      progress.say(`${done.path}: ${mebibytes(done.bytes)}, ${done.rows} rows, ${done.files} files${done.erased ? `, ${done.erased} erased or missing (see "vault doctor")` : ''}.`);
      return 0;
    }
    case 'verify': {
      const found = await verify(file(), passphraseOf(options, env), progress);
      progress.say(`Backup of ${found.createdAt} by ${found.version}: ${found.rows} rows, ${found.files} files, ${found.opened} opened, ${found.compared} as they were uploaded, ${found.bad.length} bad.`);
      for (const bad of found.bad) progress.say(`  ${bad}`);
      return found.bad.length === 0 ? 0 : 2;
    }
    case 'restore': {
      const passphrase = passphraseOf(options, env);
      const home = env.DOCUVAULT_HOME || '.docuvault';
      const adopted = await adoptSecrets(isAbsolute(home) ? home : join(cwd, home), env, file(), passphrase);
      const done = await restore(await house(), file(), passphrase, progress);
      progress.say(`Restored ${done.people} people, ${done.documents} documents, ${done.files} files, ${done.rows} rows${done.leftOut ? `; ${done.leftOut} rows are the engine's own and were left out` : ''}.`);
      progress.say(adopted ? 'The keys of the backup are in secrets.json now.' : done.rewrapped ? 'The keys of the files are wrapped by this vault\'s master key now.' : 'The master key is the same as before.');
      return 0;
    }
    case 'export': {
      const done = await exportArchive(file(), passphraseOf(options, env), resolve(cwd, needed(rest[1], 'The folder')), progress);
      progress.say(`Wrote ${done.files} originals of ${done.documents} documents of ${done.people} people. They are not encrypted any more.`);
      return 0;
    }
    case 'import': {
      const url = options.url ?? (await house()).server()?.url ?? 'http://127.0.0.1:54321';
      const done = await importFolder({ url, folder: resolve(cwd, needed(rest[0], 'The folder')), email: needed(options.email, '--email'), password: needed(env.VAULT_PASSWORD, 'VAULT_PASSWORD') }, progress);
      progress.say(`${done.taken} papers taken in, ${done.known} were there already, ${done.refused.length} refused.`);
      for (const { file: name, why } of done.refused) progress.say(`  ${name}: ${why}`);
      return done.refused.length === 0 ? 0 : 2;
    }
    case 'migrate': {
      const opened = await house();
      const engine = await opened.open();
      try {
        const applied = await migrateAll(engine.admin, root, createJsonLogger((line) => process.stderr.write(`${line}\n`)));
        const login = opened.config.databaseUrl ? loginOf(opened.config.databaseUrl) : null;
        const made = login && (await makeLogin(engine.admin, login)) === 'made';
        progress.say(`${applied.length} migrations applied${made ? `, and the login ${login.name} made` : ''}.`);
      } finally {
        await engine.close();
      }
      return 0;
    }
    case 'doctor': {
      const found = await doctor(await house(), options.quick ?? false, new Date(), progress);
      progress.say(`${found.documents} documents, ${found.files} files, ${found.opened} opened, ${found.findings.length} findings.`);
      for (const { kind, what, advice } of found.findings) progress.say(`  ${kind}: ${what}\n    ${advice}`);
      return found.findings.some(({ kind }) => kind === 'missing' || kind === 'corrupt') ? 2 : 0;
    }
    case 'rotate-keys': {
      const done = await rotateKeys(await house(), env, progress);
      progress.say(`Master key ${done.version} is ${done.newKey ? 'new' : 'the newest'}; ${done.rewrapped} keys were wrapped anew. Keep the older keys: older backups need them.`);
      return 0;
    }
    case 'create-admin': {
      const email = needed(options.email, '--email');
      const { id } = await createAdmin(await house(), email, needed(env.VAULT_PASSWORD, 'VAULT_PASSWORD'));
      progress.say(`${email} is ${id}.`);
      return 0;
    }
    default:
      progress.say(usage);
      return command === undefined || values.help ? 0 : 1;
  }
};
