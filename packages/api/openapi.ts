import * as z from 'zod/mini';
import { errorBody } from '@docuvault/contract/common.ts';
import type { Operation, Room } from '@docuvault/vault/http/room.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output'): Json => {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  delete made.$schema;
  return made;
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 1, maxLength: 200 },
  description: 'The same key again within 24 hours gets the same answer and changes nothing; another request under it is refused.',
};

/** A form with its file; texts that are no texts in JSON (tags, say) come as JSON. */
const formOf = (texts: z.core.$ZodType | undefined): Json => {
  const { properties = {} } = texts ? (schemaOf(texts, 'input') as { properties?: Record<string, Json> }) : {};
  const asText = Object.entries(properties).map(([name, schema]) => [name, schema.type === 'string' ? schema : { type: 'string', contentMediaType: 'application/json', contentSchema: schema }]);
  return { type: 'object', properties: { file: { type: 'string', format: 'binary' }, ...Object.fromEntries(asText) as Json }, required: ['file'] };
};

const bodyOf = (operation: Operation): Json | null => {
  if (operation.bodyType !== 'multipart/form-data') {
    return operation.body ? { [operation.bodyType ?? 'application/json']: { schema: schemaOf(operation.body, 'input') } } : operation.bodyType ? { [operation.bodyType]: {} } : null;
  }
  return {
    'multipart/form-data': { schema: formOf(operation.form) },
    ...(operation.insteadOfForm ? { 'application/json': { schema: schemaOf(operation.insteadOfForm, 'input') } } : {}),
  };
};

const parametersOf = (operation: Operation): Json[] => {
  const inPath: Json[] = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name, in: 'path', required: true,
    schema: operation.textParams?.includes(name!) ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }));
  if (operation.access === 'user' && operation.method !== 'get') inPath.push(idempotencyKey);
  if (!operation.query) return inPath;
  const query = schemaOf(operation.query, 'input') as { properties?: Record<string, Json>; required?: string[] };
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    name, in: 'query', required: query.required?.includes(name) ?? false, schema,
  }));
  return [...inPath, ...inQuery];
};

const describeOperation = (room: Room, operation: Operation): Json => {
  const status = String(operation.status ?? (operation.response || operation.responseType ? 200 : 204));
  const success: Json = { description: 'Done' };
  if (operation.responseType) success.content = { [operation.responseType]: {} };
  else if (operation.response) success.content = { 'application/json': { schema: schemaOf(operation.response, 'output') } };
  const described: Json = {
    tags: [room.name],
    summary: operation.summary,
    operationId: `${room.name}.${operation.method}${operation.path.replace(/[^A-Za-z0-9]+/g, '_')}`,
    parameters: parametersOf(operation),
    security: operation.access === 'public' ? [] : [{ accessToken: [] }],
    responses: { [status]: success, default: { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } } },
  };
  const content = bodyOf(operation);
  if (content) described.requestBody = { content };
  return described;
};

/** The OpenAPI 3.1 document of the rooms, made from the same schemas that parse the requests. */
export const openApiDocument = (rooms: readonly Room[], version: string): Json => {
  const paths: Record<string, Json> = {};
  for (const room of rooms) {
    for (const operation of room.operations) {
      const path = `/functions/v1/${room.name}${operation.path === '/' ? '' : operation.path}`;
      (paths[path] ??= {})[operation.method] = describeOperation(room, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'DocuVault AI', version, license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      schemas: { Error: schemaOf(errorBody, 'output') },
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
};
