import { Hono } from 'hono';
import { cors } from '@docuvault/api/middleware/cors.ts';

/** Services of Supabase beside auth, storage and functions. Clients of the vault use its functions. */
const services = { rest: 'The data API (PostgREST)', graphql: 'GraphQL', realtime: 'Realtime' };

/** Answers 501 where a Supabase project has services that this server leaves out, in the words of the data API's client, instead of the web app's page. */
export const leftOutServices = (): Hono => {
  const app = new Hono();
  for (const [name, what] of Object.entries(services)) {
    app.use(`/${name}/v1/*`, cors());
    app.all(`/${name}/v1/*`, (c) => c.json({ code: 'not_implemented', message: `${what} is not part of this server; use its functions.`, details: null, hint: null }, 501));
  }
  return app;
};
