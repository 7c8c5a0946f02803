import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';

const hasDeno = (): boolean => {
  try {
    execFileSync('deno', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Why the Deno suites cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingDeno = (): string | null => {
  const reason = hasDeno() ? null : 'deno is not on the PATH';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
  });

/** Serves a bundle under Deno, with nothing to be had from the network but loopback and no file to be read but itself. */
export const serveWithDeno = async (bundle: string, env: Record<string, string>): Promise<{ url: string; stop(): void }> => {
  const port = await freePort();
  // The command of the npm package is a wrapper that passes no SIGKILL on: start the program behind it.
  const program = execFileSync('deno', ['eval', 'console.log(Deno.execPath())'], { encoding: 'utf8', env: { ...process.env, DENO_NO_UPDATE_CHECK: '1' } }).trim();
  const child = spawn(program, ['serve', '--no-remote', '--no-npm', '--allow-net=127.0.0.1', '--allow-env', '--allow-sys', '--host', '127.0.0.1', '--port', String(port), bundle], {
    env: { ...process.env, ...env, DENO_NO_UPDATE_CHECK: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let ended = false;
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  child.on('exit', () => (ended = true));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).then(() => true, () => false))) {
    if (ended) throw new Error(`deno ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop: () => void child.kill('SIGKILL') };
};
