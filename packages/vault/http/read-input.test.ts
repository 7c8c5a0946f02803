import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { parseInput } from './read-input.ts';

const schema = z.object({ title: z.string(), leadDays: z.array(z.int().check(z.minimum(0))), dueOn: z.string().check(z.refine(() => false, 'Days begin with 1970-01-01.')) });

it('says what was expected and where, and keeps a schema\'s own words', () => {
  expect(() => parseInput(schema, { leadDays: [-1, 'a'], dueOn: 'x' }, 'body')).toThrow(expect.objectContaining({
    code: 'request.invalid',
    message: 'The body is not what this takes: body.title: Invalid input: expected string, received undefined.',
    details: { issues: [
      { path: 'body.title', message: 'Invalid input: expected string, received undefined' },
      { path: 'body.leadDays.0', message: 'Too small: expected number to be >=0' },
      { path: 'body.leadDays.1', message: 'Invalid input: expected number, received string' },
      { path: 'body.dueOn', message: 'Days begin with 1970-01-01' },
    ] },
  }) as Error);
});
