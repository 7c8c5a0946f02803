import type { Context } from 'hono';
import type { AuthContext } from './auth-context.ts';

const isLoopback = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]';

/** Whether links may lead there: the site itself, or a listed origin or scheme. Loopback ports are free, by RFC 8252, 7.3. */
export const isAllowedRedirect = (ctx: AuthContext, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const target = new URL(address);
  const site = new URL(ctx.siteUrl);
  if (target.username !== '' || target.password !== '') return false;
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return ctx.redirectOrigins.includes(target.protocol);
  if (target.origin === site.origin) return true;
  if (target.protocol === site.protocol && target.hostname === site.hostname && isLoopback(target.hostname)) return true;
  return ctx.redirectOrigins.some((entry) => URL.canParse(entry) && new URL(entry).origin === target.origin);
};

/** Where a mailed link shall lead: what was asked for where that is allowed, else the site. */
export const redirectOf = (ctx: AuthContext, c: Context, inBody = ''): string =>
  [inBody, c.req.query('redirect_to') ?? ''].find((asked) => asked.length <= 2048 && isAllowedRedirect(ctx, asked)) ?? ctx.siteUrl;

/** The address that a mailed link opens; this server verifies it and sends the browser on. */
export const verifyLink = (ctx: AuthContext, linkToken: string, type: string, redirectTo: string): string =>
  `${ctx.issuerUrl}/verify?${new URLSearchParams({ token: linkToken, type, redirect_to: redirectTo })}`;

/** The address with parameters in its fragment, where servers and their logs do not see them. */
export const withFragment = (address: string, parameters: Record<string, string>): string => {
  const url = new URL(address);
  url.hash = new URLSearchParams(parameters).toString();
  return url.href;
};

/** The address with parameters in its query. */
export const withQuery = (address: string, parameters: Record<string, string>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
};
