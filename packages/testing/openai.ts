import type { Answer, Call } from './http-provider.ts';
import { startModelServer, type Asked, type ModelServer, type Protocol } from './model-server.ts';

type Content = string | { type: string; text?: string }[];
type Body = { model?: unknown; messages?: { role: string; content: Content }[]; stream?: boolean; max_tokens?: number; max_completion_tokens?: number; store?: boolean };

const refusal = (status: number, type: string, code: string | null, message: string): Answer => ({ status, body: { error: { message, type, param: null, code } } });
const textOf = (content: Content): string => (typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join(''));

/** OpenAI's chat completions, https://platform.openai.com/docs/api-reference/chat. `key` null: as Ollama, which asks for none. */
const protocolOf = (key: string | null): Protocol => ({
  read: (call: Call): Asked | Answer => {
    if (key !== null && call.headers.authorization !== `Bearer ${key}`) return refusal(401, 'invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.');
    if (call.method === 'GET' && call.path === '/v1/models') return { status: 200, body: { object: 'list', data: [{ id: 'gpt-5.4', object: 'model', owned_by: 'openai' }] } };
    if (call.method !== 'POST' || call.path !== '/v1/chat/completions') return refusal(404, 'invalid_request_error', null, `Invalid URL (${call.method} ${call.path})`);
    const body = JSON.parse(call.body.toString()) as Body;
    if (typeof body.model !== 'string' || !Array.isArray(body.messages) || body.messages.length === 0) return refusal(400, 'invalid_request_error', 'missing_required_parameter', 'model and messages are required');
    if (body.store === true) return refusal(400, 'invalid_request_error', null, 'nothing is to be stored');
    return {
      model: body.model, stream: body.stream === true, maxTokens: body.max_completion_tokens ?? body.max_tokens ?? null,
      system: body.messages.filter(({ role }) => role === 'system' || role === 'developer').map(({ content }) => textOf(content)).join('\n'),
      turns: body.messages.filter(({ role }) => role === 'user' || role === 'assistant').map(({ role, content }) => ({ role: role as 'user' | 'assistant', text: textOf(content) })),
    };
  },
  whole: ({ model }, text) => ({
    id: 'chatcmpl-1', object: 'chat.completion', created: 1_790_000_000, model,
    choices: [{ index: 0, message: { role: 'assistant', content: text, refusal: null }, logprobs: null, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  }),
  events: ({ model }, pieces, ends) => {
    const chunk = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_790_000_000, model, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    return [
      chunk({ role: 'assistant', content: '' }, null), ...pieces.map((content) => chunk({ content }, null)),
      ...(ends === 'error' ? [`data: ${JSON.stringify({ error: { message: 'The server had an error while processing your request.', type: 'server_error', param: null, code: null } })}\n\n`] : []),
      ...(ends === 'stop' || ends === 'length' ? [chunk({}, ends), 'data: [DONE]\n\n'] : []),
    ];
  },
  error: ({ type = 'server_error', code = null, message = 'refused' }: { type?: string; code?: string | null; message?: string }) => ({ error: { message, type, param: null, code } }),
});

/** Stands where OpenAI, or a server that speaks its chat completions, does; its API lies below `<url>/v1`. */
export const startOpenAi = (key: string | null, says: ModelServer['says']): Promise<ModelServer> => startModelServer(protocolOf(key), says);
