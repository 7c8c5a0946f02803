import { expect, it } from 'vitest';
import { leftOutServices } from './left-out.ts';

it.each(['/rest/v1/documents?select=*', '/rest/v1/', '/graphql/v1', '/realtime/v1/websocket'])('says of %s that it is not part of this server', async (path) => {
  const answer = await leftOutServices().request(path, { method: path.startsWith('/graphql') ? 'POST' : 'GET' });
  expect([answer.status, answer.headers.get('access-control-allow-origin'), await answer.json()]).toMatchObject([501, '*', { code: 'not_implemented', details: null }]);
});
