/** `npm run test:integration`: asks a deployment (SUPABASE_URL) whether it is up and keeps strangers out. Writes nothing there. */
const base = (process.env.SUPABASE_URL ?? 'http://127.0.0.1:54321').replace(/\/+$/, '');

const checks = [
  ['the health check answers', 'health-check', {}, (answer, body) => answer.status === 200 && ['healthy', 'degraded'].includes(body.status)],
  ['answers carry the security headers', 'health-check/live', {}, (answer) => answer.headers.get('x-content-type-options') === 'nosniff'],
  ...['documents', 'ai-chat/conversations', 'search-engine/suggest?q=a'].map((path) => [
    `${path} refuses a caller without a token`, path, {}, (answer, body) => answer.status === 401 && body.error?.code === 'auth.unauthenticated']),
  ['a forged token is refused', 'documents', { headers: { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYXV0aGVudGljYXRlZCJ9.AAAA' } }, (answer) => answer.status === 401],
];

let failed = 0;
for (const [name, path, init, isRight] of checks) {
  const answer = await fetch(`${base}/functions/v1/${path}`, { ...init, signal: AbortSignal.timeout(20_000) }).catch((error) => error);
  const body = answer instanceof Error ? null : await answer.json().catch(() => ({}));
  const right = body !== null && isRight(answer, body);
  if (!right) failed += 1;
  console.log(`${right ? 'ok    ' : 'FAILED'} ${name}${right ? '' : `: ${answer instanceof Error ? answer.message : `${answer.status} ${JSON.stringify(body).slice(0, 200)}`}`}`);
}
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
