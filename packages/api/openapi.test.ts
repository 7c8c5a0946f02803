import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { createRoom } from '@docuvault/vault/http/room.ts';
import { openApiDocument } from './openapi.ts';

const { room, route } = createRoom('papers');
const nothing = () => undefined;
route({ method: 'get', path: '/{paperId}', access: 'user', summary: 'One', query: z.object({ version: z.optional(z.string()) }) }, nothing);
route({ method: 'post', path: '/', access: 'user', summary: 'Send one in', bodyType: 'multipart/form-data', form: z.object({ title: z.optional(z.string()), tags: z.optional(z.array(z.string())) }), insteadOfForm: z.object({ name: z.string() }) }, nothing);
route({ method: 'patch', path: '/{paperId}', access: 'user', summary: 'Change one', body: z.object({ title: z.string() }) }, nothing);
route({ method: 'post', path: '/look', access: 'public', summary: 'Look', body: z.object({}) }, nothing);

type Described = { parameters: { name: string; in: string }[]; security: unknown[]; requestBody?: { content: Record<string, { schema: unknown }> } };
const { paths } = openApiDocument([room], '1') as { paths: Record<string, Record<string, Described>> };
const at = (path: string, method: string) => paths[`/functions/v1/papers${path}`]![method]!;

it('says which calls take an Idempotency-Key: those by which people change something', () => {
  const keyed = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).filter(([, one]) => one.parameters.some(({ name }) => name === 'Idempotency-Key')).map(([method]) => `${method} ${path}`));
  expect(keyed).toEqual(['patch /functions/v1/papers/{paperId}', 'post /functions/v1/papers']);
  expect(at('/{paperId}', 'get').parameters.map((one) => `${one.in} ${one.name}`)).toEqual(['path paperId', 'query version']);
  expect(at('/look', 'post').security).toEqual([]);
});

it('describes a form with its file, and what may come instead of it', () => {
  const { content } = at('', 'post').requestBody!;
  expect(content['multipart/form-data']!.schema).toMatchObject({
    required: ['file'], properties: { file: { format: 'binary' }, title: { type: 'string' }, tags: { type: 'string', contentMediaType: 'application/json', contentSchema: { type: 'array' } } },
  });
  expect(content['application/json']!.schema).toMatchObject({ properties: { name: { type: 'string' } } });
  expect(at('/{paperId}', 'patch').requestBody!.content['application/json']!.schema).toMatchObject({ required: ['title'] });
});
