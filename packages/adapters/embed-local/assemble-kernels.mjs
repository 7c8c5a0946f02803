// Assembles kernels.wat into kernels.wasm.ts. Run by hand after a change of the .wat; a test compares the two.
import { Buffer } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import loadWabt from 'wabt';

/** The WebAssembly text at `url` as base64 of its binary. */
export async function assemble(url) {
  const wabt = await loadWabt();
  const module = wabt.parseWat('kernels.wat', await readFile(url, 'utf8'), { simd: true });
  return Buffer.from(module.toBinary({}).buffer).toString('base64');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const base64 = await assemble(new URL('kernels.wat', import.meta.url));
  const lines = base64.match(/.{1,160}/g).map((line) => `  '${line}',`).join('\n');
  const head = '/** kernels.wat, assembled by assemble-kernels.mjs: base64 of the WebAssembly binary. */\n';
  await writeFile(new URL('kernels.wasm.ts', import.meta.url), `${head}export const kernelsWasm = [\n${lines}\n].join('');\n`);
}
