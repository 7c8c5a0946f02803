import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type StreamOps = { fsync?: (stream: { nfd: number }) => number };
type EmscriptenModule = { FS: { filesystems: { NODEFS: { stream_ops: StreamOps } } } };

/**
 * PGlite's Node filesystem with a real fsync. Emscripten's NODEFS has no fsync hook, so that PostgreSQL's
 * own calls reach nothing and a power cut can lose acknowledged commits (electric-sql/pglite#1107).
 */
export class SyncedNodeFS extends NodeFS {
  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]) {
    const made = await super.init(pg, options);
    const preRun = (made.emscriptenOpts.preRun ??= []) as ((module: EmscriptenModule) => void)[];
    preRun.push((module) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
    });
    return made;
  }
}
