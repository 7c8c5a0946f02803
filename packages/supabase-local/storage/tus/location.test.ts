import { expect, it } from 'vitest';
import { locationOf } from './location.ts';

const asked = 'http://box.lan:54321/storage/v1/upload/resumable/';

it.each([
  ['http://127.0.0.1:54321', 'http://box.lan:54321/storage/v1/upload/resumable/id'],
  ['http://0.0.0.0:54321', 'http://box.lan:54321/storage/v1/upload/resumable/id'],
  ['http://[::]:54321', 'http://box.lan:54321/storage/v1/upload/resumable/id'],
  ['https://vault.example', 'https://vault.example/storage/v1/upload/resumable/id'],
  ['https://example.org/vault/', 'https://example.org/vault/storage/v1/upload/resumable/id'],
])('an upload behind %s is found at %s', (publicUrl, expected) => {
  expect(locationOf(publicUrl, asked, 'id')).toBe(expected);
});
