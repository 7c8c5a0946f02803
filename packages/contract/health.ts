import * as z from 'zod/mini';

const check = z.looseObject({ status: z.enum(['healthy', 'unhealthy']), response_time_ms: z.number() });

/** The guide's shape; this function alone keeps snake_case. */
export const healthReport = z.object({
  status: z.enum(['healthy', 'degraded']),
  checks: z.object({ database: check, storage: check, ai_services: check, external_apis: check, memory_usage: check, uptime: check }),
  timestamp: z.string(),
  version: z.string(),
});
export type HealthReport = z.infer<typeof healthReport>;
export type HealthCheck = z.infer<typeof check>;
