import type { Hono } from 'hono';
import type { AuthContext, AuthEnv } from './auth-context.ts';
import { validationFailed } from './auth-error.ts';
import { loadCaller, requireUser } from './caller.ts';
import { updateCaller } from './update-caller.ts';
import { deleteSessions } from './sessions.repository.ts';
import { userView } from './user-view.ts';

const scopes = ['global', 'local', 'others'] as const;

/** The caller's own account: GET and PUT /user, POST /logout. */
export const addUserRoutes = (app: Hono<AuthEnv>, ctx: AuthContext) => {
  app.get('/user', requireUser(ctx), async (c) => {
    const { user } = await ctx.db.asService('auth: read the caller', (tx) => loadCaller(ctx, c, tx));
    return c.json(userView(user));
  });

  app.put('/user', requireUser(ctx), (c) => updateCaller(ctx, c));

  app.post('/logout', requireUser(ctx), async (c) => {
    const asked = c.req.query('scope') || 'global';
    const scope = scopes.find((known) => known === asked);
    if (!scope) throw validationFailed('Unsupported logout scope');
    const ended = await ctx.db.asService('auth: sign out', async (tx) => {
      const { user, session } = await loadCaller(ctx, c, tx);
      return deleteSessions(tx, user.id, scope, session.id);
    });
    ctx.liveness.ended(ended);
    return c.body(null, 204);
  });
};
