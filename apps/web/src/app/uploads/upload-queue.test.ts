import { describe, expect, it } from 'vitest';
import { VaultError } from '../../api/vault-api.ts';
import { checkFile } from './check-file.ts';
import { createUploadQueue, type Outbox, type SendJob, type Sent, type Waiting } from './upload-queue.ts';

const pdf = (name: string) => new File(['%PDF-1.7 ', name], name, { type: 'application/pdf' });
const broken = () => new VaultError(0, 'network.unreachable', 'gone');

/** An outbox in memory that a second queue can take over, as a page does after a reload. */
const createMemory = () => {
  const kept = new Map<string, { about: Waiting; file: File }>();
  const outbox: Outbox = {
    keep: (about, file) => Promise.resolve(void kept.set(about.id, { about, file })),
    describe: (about) => Promise.resolve(void kept.set(about.id, { about, file: kept.get(about.id)!.file })),
    drop: (id) => Promise.resolve(void kept.delete(id)),
    left: () => Promise.resolve([...kept.values()].map(({ about }) => about)),
    open: ({ id }) => Promise.resolve(kept.get(id)?.file ?? null),
  };
  return { kept, outbox };
};

const setUp = (memory = createMemory()) => {
  const jobs: (SendJob & { done(sent: Sent): void; fail(error: unknown): void })[] = [];
  const waits: (() => void)[] = [];
  const state = { online: true };
  const queue = createUploadQueue({
    check: checkFile,
    outbox: memory.outbox,
    isOnline: () => state.online,
    wait: () => new Promise((resolve) => { waits.push(resolve); }),
    send: (job) => new Promise((done, fail) => { jobs.push({ ...job, done, fail }); }),
  });
  const until = async (true_: () => boolean) => {
    for (let turns = 0; !true_(); turns += 1) {
      if (turns > 1_000) throw new Error(`never came: ${true_.toString()}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const stages = () => queue.items().map(({ stage }) => stage);
  return { queue, jobs, waits, state, until, stages, memory };
};

describe('the queue of uploads', () => {
  it('sends three at a time and takes the next when one is in', async () => {
    const { queue, jobs, until, stages, memory } = setUp();
    queue.add(['a', 'b', 'c', 'd'].map(pdf), { folderId: 'folder', title: null });
    await until(() => stages().filter((stage) => stage === 'sending').length === 3 && stages()[3] === 'waiting');
    jobs[0]!.onProgress(5);
    expect(queue.items()[0]).toMatchObject({ sent: 5, folderId: 'folder' });
    jobs[0]!.done({ documentId: 'one', duplicate: true });
    await until(() => stages()[3] === 'sending');
    expect(queue.items()[0]).toMatchObject({ stage: 'sent', documentId: 'one', duplicate: true });
    expect(memory.kept.size).toBe(3);
  });

  it('sends nothing that the vault would refuse, and says why', async () => {
    const { queue, jobs, until, stages, memory } = setUp();
    queue.add([new File([], 'empty.pdf'), new File(['words'], 'note.txt')], { folderId: null, title: null });
    await until(() => stages().every((stage) => stage === 'refused'));
    expect(queue.items().map(({ problem }) => problem?.code)).toEqual(['upload.empty', 'upload.type_not_accepted']);
    expect([jobs.length, memory.kept.size]).toEqual([0, 0]);
    queue.clear();
    expect(queue.items()).toEqual([]);
  });

  it('waits while the connection is gone and goes on where it was when it is back', async () => {
    const { queue, jobs, until, stages, state } = setUp();
    queue.add([pdf('a')], { folderId: null, title: null });
    await until(() => jobs.length === 1);
    jobs[0]!.onResumable('https://vault.test/upload/7');
    state.online = false;
    jobs[0]!.fail(broken());
    await until(() => stages()[0] === 'paused');
    queue.pump();
    expect(stages()).toEqual(['paused']);
    state.online = true;
    queue.pump();
    await until(() => jobs.length === 2);
    expect(jobs[1]!.resumeAt).toBe('https://vault.test/upload/7');
  });

  it('gives up after six tries and offers one more; a refusal is final', async () => {
    const { queue, jobs, waits, until, stages } = setUp();
    queue.add([pdf('a'), pdf('b')], { folderId: null, title: null });
    await until(() => jobs.length === 2);
    jobs[1]!.fail(new VaultError(422, 'upload.malware', 'bad'));
    for (let tries = 0; tries < 5; tries += 1) {
      jobs.findLast(({ file }) => file.name === 'a')!.fail(broken());
      await until(() => stages()[0] === 'paused');
      waits.pop()!();
      await until(() => stages()[0] === 'sending');
    }
    jobs.findLast(({ file }) => file.name === 'a')!.fail(broken());
    await until(() => stages().every((stage) => stage === 'refused'));
    expect(queue.items().map(({ problem }) => problem)).toEqual([{ code: 'network.unreachable', again: true }, { code: 'upload.malware', again: false }]);
    queue.retry(queue.items()[0]!.id);
    await until(() => stages()[0] === 'sending');
  });

  it('takes up after a reload what had not got in', async () => {
    const before = setUp();
    before.queue.add([pdf('a')], { folderId: 'folder', title: 'Lease' });
    await before.until(() => before.jobs.length === 1);
    before.jobs[0]!.onResumable('https://vault.test/upload/7');
    before.queue.stop();
    const after = setUp(before.memory);
    await after.queue.restore();
    await after.until(() => after.jobs.length === 1);
    expect(after.jobs[0]).toMatchObject({ id: before.queue.items()[0]!.id, resumeAt: 'https://vault.test/upload/7', folderId: 'folder', title: 'Lease' });
    expect(await after.jobs[0]!.file.text()).toBe('%PDF-1.7 a');
  });

  it('forgets what is taken off the list, and stops its sending', async () => {
    const { queue, jobs, until, memory } = setUp();
    queue.add([pdf('a')], { folderId: null, title: null });
    await until(() => jobs.length === 1);
    queue.remove(queue.items()[0]!.id);
    expect([queue.items(), jobs[0]!.signal.aborted, memory.kept.size]).toEqual([[], true, 0]);
  });
});
