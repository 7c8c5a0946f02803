import { Hono, type Context } from 'hono';
import type * as z from 'zod/mini';
import type { Actor, UserActor } from '@docuvault/core/actor.ts';
import { forbidden, notFound, unauthenticated } from '@docuvault/core/errors.ts';
import type { Env } from './env.ts';
import { parseInput, readJson, wellFormed } from './read-input.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call: anybody, a signed-in person, or the service role. */
type Access = 'public' | 'user' | 'service';
type ActorOf<A extends Access> = A extends 'user' ? UserActor : Actor;

/** One operation, enough to route it and to describe it in OpenAPI. Path parameters are ids unless named in `textParams`. */
export type Operation = {
  method: Method;
  path: string;
  access: Access;
  summary: string;
  query?: z.core.$ZodType | undefined;
  body?: z.core.$ZodType | undefined;
  /** Content type of a body that is not JSON. */
  bodyType?: string | undefined;
  /** The texts of a form beside its `file`. Only described: the route reads them itself. */
  form?: z.core.$ZodType | undefined;
  /** A JSON body that may come instead of the form; only described as well. */
  insteadOfForm?: z.core.$ZodType | undefined;
  response?: z.core.$ZodType | undefined;
  /** Content type of an answer that is not JSON. */
  responseType?: string | undefined;
  status?: number | undefined;
  textParams?: readonly string[] | undefined;
  /** Progress reads and the like: not counted by the rate limit. */
  uncounted?: boolean | undefined;
  bodyLimitBytes?: number | undefined;
};

type Spec<A extends Access, Q extends z.core.$ZodType, B extends z.core.$ZodType> = Omit<Operation, 'access' | 'query' | 'body'> & {
  access: A;
  query?: Q;
  body?: B;
};

type Input<A extends Access, Q, B> = { c: Context<Env>; actor: ActorOf<A>; params: Record<string, string>; query: Q; body: B };

/** A room's HTTP face: its Hono app, and its operations for the OpenAPI document. */
export type Room = {
  readonly name: string;
  readonly hono: Hono<Env>;
  readonly operations: readonly Operation[];
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `refusal`: why the caller counts as nobody. */
const admit = (access: Access, actor: Actor, refusal: unknown): void => {
  if (access !== 'public' && actor.role === 'anon') throw (refusal as Error | undefined) ?? unauthenticated();
  if (access === 'user' && actor.role !== 'authenticated') throw forbidden('auth.person_required', 'Only a person who is signed in may do this.');
  if (access === 'service' && actor.role !== 'service_role') throw forbidden('auth.service_role_required', 'Only the service role may do this.');
};

const readParams = (c: Context<Env>, operation: Operation): Record<string, string> => {
  const params = c.req.param() as Record<string, string>;
  for (const [name, value] of Object.entries(params)) {
    if (!operation.textParams?.includes(name) && !uuid.test(value)) throw notFound(name === 'id' ? 'resource' : name.replace(/Id$/, ''));
  }
  return params;
};

/**
 * Starts a room. `route` admits the caller, checks path ids (anything but a UUID is a 404), parses query and JSON body
 * by their schemas (400 with the places that are wrong), and hands the typed input to the handler, whose value is sent
 * as JSON with `status` (default 200) unless it is a `Response`.
 */
export const createRoom = (name: string) => {
  const hono = new Hono<Env>();
  const operations: Operation[] = [];
  const route = <A extends Access, Q extends z.core.$ZodType = z.core.$ZodType<Record<string, never>>, B extends z.core.$ZodType = z.core.$ZodType<undefined>>(
    spec: Spec<A, Q, B>,
    handler: (input: Input<A, z.core.output<Q>, z.core.output<B>>) => unknown,
  ) => {
    operations.push(spec);
    hono.on(spec.method.toUpperCase(), spec.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const actor = c.get('actor');
      admit(spec.access, actor, c.get('refusal'));
      const params = readParams(c, spec);
      const query = spec.query ? parseInput(spec.query, wellFormed(c.req.query()), 'query') : {};
      const body = spec.body ? parseInput(spec.body, await readJson(c.req.raw, spec.bodyLimitBytes), 'body') : undefined;
      const answer = await handler({ c, actor, params, query, body } as Input<A, z.core.output<Q>, z.core.output<B>>);
      if (answer instanceof Response) return answer;
      if (answer === undefined) return c.body(null, 204);
      return c.json(answer as object, (spec.status ?? 200) as 200);
    });
  };
  const room: Room = { name, hono, operations };
  return { room, route };
};
