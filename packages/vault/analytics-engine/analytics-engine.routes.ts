import { eventsInput, eventsTaken, insights, seriesList, seriesQuery } from '@docuvault/contract/analytics.ts';
import type { Deps } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { readInsights } from './read-insights.ts';
import { readSeries } from './read-series.ts';
import { recordEvents } from './record-events.ts';

/** What the person's own papers add up to: series for charts, insights, and events that a client sends. */
export const analyticsEngineRoom = (deps: Deps): Room => {
  const { room, route } = createRoom('analytics-engine');
  route({ method: 'get', path: '/', access: 'user', summary: 'Figures over time', query: seriesQuery, response: seriesList }, ({ actor, query }) => readSeries({ actor, deps }, query));
  route({ method: 'get', path: '/insights', access: 'user', summary: 'What ends, is missing, is there twice, was spent, takes room', response: insights }, ({ actor }) => readInsights({ actor, deps }));
  route({ method: 'post', path: '/events', access: 'user', summary: 'Keep figures of the client’s own', body: eventsInput, response: eventsTaken, status: 202 }, ({ c, actor, body }) =>
    onceByKey(deps, { c, actor, body, functionName: room.name }, async () => ({ status: 202, body: await recordEvents({ actor, deps }, body) })));
  return room;
};
