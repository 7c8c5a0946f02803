import { createRoom, type Room } from '../http/room.ts';
import { healthReport } from '@docuvault/contract/health.ts';
import { checkHealth, type HealthProbes } from './check-health.ts';

/** The guide's health check, and two plain probes: /live (the process answers) and /ready (it can serve). */
export const healthCheckRoom = (probes: HealthProbes): Room => {
  const { room, route } = createRoom('health-check');
  for (const method of ['get', 'post'] as const) {
    route({ method, path: '/', access: 'public', summary: 'State of every part', response: healthReport, uncounted: true }, async ({ c }) => {
      const report = await checkHealth(probes);
      const down = [report.checks.database, report.checks.storage].some((check) => check.status === 'unhealthy');
      return c.json(report, down ? 503 : 200);
    });
  }
  route({ method: 'get', path: '/live', access: 'public', summary: 'The process answers', uncounted: true }, () => ({ status: 'live' }));
  route({ method: 'get', path: '/ready', access: 'public', summary: 'Requests can be served', uncounted: true }, async ({ c }) => {
    const report = await checkHealth({ ...probes, external: {} });
    const ready = report.checks.database.status === 'healthy' && report.checks.storage.status === 'healthy';
    return c.json({ status: ready ? 'ready' : 'not_ready' }, ready ? 200 : 503);
  });
  return room;
};
