import type { Answer, Call } from './http-provider.ts';
import { startModelServer, type Asked, type ModelServer, type Protocol } from './model-server.ts';

type Content = string | { type: string; text?: string }[];
type Body = { model?: unknown; max_tokens?: unknown; system?: Content; messages?: { role: string; content: Content }[]; stream?: boolean };

const refusal = (status: number, type: string, message: string): Answer => ({ status, body: { type: 'error', error: { type, message }, request_id: 'req_1' } });
const textOf = (content: Content | undefined): string => (typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join(''));
const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify({ type: name, ...data })}\n\n`;

/** Anthropic's messages, https://docs.anthropic.com/en/api/messages and /messages-streaming. */
const protocolOf = (key: string): Protocol => ({
  read: (call: Call): Asked | Answer => {
    if (call.headers['x-api-key'] !== key) return refusal(401, 'authentication_error', 'invalid x-api-key');
    if (call.headers['anthropic-version'] !== '2023-06-01') return refusal(400, 'invalid_request_error', 'anthropic-version: header is required');
    if (call.method === 'GET' && call.path === '/v1/models') return { status: 200, body: { data: [{ type: 'model', id: 'claude-sonnet-4-6' }], has_more: false } };
    if (call.method !== 'POST' || call.path !== '/v1/messages') return refusal(404, 'not_found_error', 'Not Found');
    const body = JSON.parse(call.body.toString()) as Body;
    if (typeof body.model !== 'string' || typeof body.max_tokens !== 'number' || !Array.isArray(body.messages)) return refusal(400, 'invalid_request_error', 'model, max_tokens and messages: Field required');
    if (body.messages[0]?.role !== 'user') return refusal(400, 'invalid_request_error', 'messages: first message must use the "user" role');
    if (body.messages.some(({ role }) => role !== 'user' && role !== 'assistant')) return refusal(400, 'invalid_request_error', 'messages: Unexpected role');
    return {
      model: body.model, stream: body.stream === true, maxTokens: body.max_tokens, system: textOf(body.system),
      turns: body.messages.map(({ role, content }) => ({ role: role as 'user' | 'assistant', text: textOf(content) })),
    };
  },
  whole: ({ model }, text) => ({
    id: 'msg_1', type: 'message', role: 'assistant', model, content: [{ type: 'text', text }], stop_reason: 'end_turn', stop_sequence: null, usage: { input_tokens: 10, output_tokens: 5 },
  }),
  events: ({ model }, pieces, ends) => [
    event('message_start', { message: { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, stop_sequence: null, usage: { input_tokens: 10, output_tokens: 1 } } }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }), event('ping', {}),
    ...pieces.map((text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } })),
    ...(ends === 'error' ? [event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } })] : []),
    ...(ends === 'stop' || ends === 'length' ? [
      event('content_block_stop', { index: 0 }),
      event('message_delta', { delta: { stop_reason: ends === 'stop' ? 'end_turn' : 'max_tokens', stop_sequence: null }, usage: { output_tokens: 5 } }), event('message_stop', {}),
    ] : []),
  ],
  error: ({ type = 'api_error', message = 'refused' }) => ({ type: 'error', error: { type, message }, request_id: 'req_1' }),
});

/** Stands where Anthropic does; its API lies below `<url>/v1`. */
export const startAnthropic = (key: string, says: ModelServer['says']): Promise<ModelServer> => startModelServer(protocolOf(key), says);
