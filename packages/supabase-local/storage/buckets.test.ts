import { beforeAll, describe, expect, it } from 'vitest';
import { openTestStorage, refusal, type Person, type TestStorage } from './test/open-storage.ts';

let storage: TestStorage;
let asha: Person;
beforeAll(async () => {
  storage = await openTestStorage();
  asha = await storage.person('asha');
});

describe('the service role', () => {
  it('makes, reads, changes, empties and removes a bucket', async () => {
    const { storage: service } = storage.service;
    expect((await service.createBucket('papers', { public: false, fileSizeLimit: '2MB', allowedMimeTypes: ['application/pdf'] })).data).toEqual({ name: 'papers' });
    expect(refusal((await service.createBucket('papers')).error)).toEqual({ status: 400, statusCode: '409', message: 'The resource already exists' });
    expect((await service.getBucket('papers')).data).toMatchObject({ id: 'papers', name: 'papers', public: false, file_size_limit: 2_000_000, allowed_mime_types: ['application/pdf'] });
    expect((await service.updateBucket('papers', { public: true, fileSizeLimit: null })).data).toEqual({ message: 'Successfully updated' });
    expect((await service.getBucket('papers')).data).toMatchObject({ public: true, file_size_limit: null, allowed_mime_types: ['application/pdf'] });
    await service.from('papers').upload('a/b.pdf', Buffer.from('x'), { contentType: 'application/pdf' });
    expect(refusal((await service.deleteBucket('papers')).error)).toMatchObject({ statusCode: '409', message: 'The bucket you tried to delete is not empty' });
    expect((await service.emptyBucket('papers')).data!.message).toContain('queued');
    expect((await service.from('papers').list('a')).data).toEqual([]);
    expect(await storage.kept()).toEqual({ files: [], rows: 0 });
    expect((await service.deleteBucket('papers')).data).toEqual({ message: 'Successfully deleted' });
    expect(refusal((await service.getBucket('papers')).error)).toEqual({ status: 400, statusCode: '404', message: 'Bucket not found' });
  });

  it('finds buckets by a part of their name, wildcards meaning nothing', async () => {
    const { storage: service } = storage.service;
    expect((await service.listBuckets()).data!.map((bucket) => bucket.id)).toEqual(['avatars', 'documents', 'thumbnails']);
    expect((await service.listBuckets({ search: 'UMB' })).data!.map((bucket) => bucket.id)).toEqual(['thumbnails']);
    expect((await service.listBuckets({ search: '%' })).data).toEqual([]);
    expect((await service.listBuckets({ limit: 1, offset: 1, sortColumn: 'name', sortOrder: 'desc' })).data!.map((bucket) => bucket.id)).toEqual(['documents']);
  });

  it('cannot make one that is larger than the server takes, or of types that are none', async () => {
    const { storage: service } = storage.service;
    expect(refusal((await service.createBucket('big', { public: false, fileSizeLimit: '1GB' })).error)).toMatchObject({ statusCode: '413' });
    expect(refusal((await service.createBucket('odd', { public: false, allowedMimeTypes: ['pdf'] })).error)).toMatchObject({ statusCode: '415' });
    expect(refusal((await service.createBucket(' odd ')).error)).toMatchObject({ statusCode: '400', message: 'Bucket name invalid' });
  });
});

describe('a person', () => {
  it('neither sees nor makes nor changes buckets where no policy says so', async () => {
    const { storage: mine } = asha.client;
    expect((await mine.listBuckets()).data).toEqual([]);
    expect(refusal((await mine.getBucket('documents')).error)).toMatchObject({ statusCode: '404' });
    expect(refusal((await mine.createBucket('mine')).error)).toEqual({ status: 400, statusCode: '403', message: 'new row violates row-level security policy' });
    expect(refusal((await mine.updateBucket('documents', { public: true })).error)).toMatchObject({ statusCode: '404' });
    expect(refusal((await mine.emptyBucket('documents')).error)).toMatchObject({ statusCode: '404' });
    expect(refusal((await mine.deleteBucket('documents')).error)).toMatchObject({ statusCode: '404' });
    expect((await storage.anon.storage.listBuckets()).data).toEqual([]);
  });
});
