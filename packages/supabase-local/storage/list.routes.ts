import { Hono } from 'hono';
import { listFolder, listPage, sortColumnNames, type PagedObject } from './list-objects.ts';
import { decodeCursor, encodeCursor } from './page-cursor.ts';
import { choiceOf, flagOf, objectOf, readJson, requiredText, textOf, wholeOf } from './read-body.ts';
import { requireActor } from './request.ts';
import type { StorageContext } from './storage-context.ts';

const maxListed = 1000;
/** The most that storage.search of the real server gives. */
const maxSearched = 1500;

/** A line of a page; `key` is the name's own part, as storage.search_v2 gives it. */
const toListed = ({ id, name, updated_at, created_at, last_accessed_at, metadata }: PagedObject, folders: boolean) => ({
  id, name, ...(folders ? { key: name.split('/').findLast((part) => part !== '') ?? name } : {}), updated_at, created_at, last_accessed_at, metadata,
});

/** `/object/list` and `/object/list-v2`: what is in a bucket, as far as the caller may see it. */
export const listRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

  app.post('/list/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const prefix = requiredText(body, 'prefix');
    const sortBy = objectOf(body, 'sortBy');
    const rows = await ctx.db.asUser(actor, (tx) =>
      listFolder(tx, {
        bucket: c.req.param('bucket'),
        folder: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
        search: textOf(body, 'search', ''),
        column: choiceOf(sortBy, 'column', sortColumnNames, 'name'),
        order: choiceOf(sortBy, 'order', ['asc', 'desc'], 'asc'),
        limit: Math.min(wholeOf(body, 'limit', 1, 100), maxSearched),
        offset: wholeOf(body, 'offset', 0, 0),
      }),
    );
    return c.json(rows);
  });

  app.post('/list-v2/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const sortBy = objectOf(body, 'sortBy');
    const cursor = textOf(body, 'cursor', undefined);
    const { after, sorting } = cursor
      ? decodeCursor(cursor)
      : {
          after: null,
          sorting: {
            column: choiceOf(sortBy, 'column', ['name', 'updated_at', 'created_at'], 'name'),
            order: choiceOf(sortBy, 'order', ['asc', 'desc'], 'asc'),
          },
        };
    const limit = Math.min(wholeOf(body, 'limit', 1, maxListed), maxListed);
    const query = { bucket: c.req.param('bucket'), prefix: textOf(body, 'prefix', ''), folders: flagOf(body, 'with_delimiter', false), after, limit: limit + 1, ...sorting };
    const rows = await ctx.db.asUser(actor, (tx) => listPage(tx, query));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const hasNext = rows.length > limit;
    const shown = page.map((row) => toListed(row, query.folders));
    return c.json({
      hasNext,
      folders: shown.filter((row) => row.id === null).map(({ name, key }) => ({ name, key })),
      objects: shown.filter((row) => row.id !== null),
      ...(hasNext && last ? { nextCursor: encodeCursor(sorting, { name: last.name, stamp: last.stamp.toISOString() }) } : {}),
    });
  });

  return app;
};
