import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@docuvault/testing/database.ts';
import { checkpointWhenDue } from './checkpoint.ts';

const mib = 2 ** 20;
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});

describe('the log of the embedded engine', () => {
  it('is cut off by a checkpoint once it has grown by so much, and not before', async () => {
    const { admin } = test.driver;
    await admin.exec('checkpoint');
    expect(await checkpointWhenDue(admin, mib)).toBe(false);
    await admin.exec(`create table public.much as select repeat('x', 1000) as a from generate_series(1, 2000)`);
    expect(await checkpointWhenDue(admin, mib)).toBe(true);
    expect(await checkpointWhenDue(admin, mib)).toBe(false);
  });
});
