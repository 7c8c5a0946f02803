import { afterAll, describe, expect, it } from 'vitest';
import type { LanguageModel, ModelRequest } from '@docuvault/core/language-model.ts';
import { startAnthropic } from '@docuvault/testing/anthropic.ts';
import type { ModelServer, Said } from '@docuvault/testing/model-server.ts';
import { startOpenAi } from '@docuvault/testing/openai.ts';
import { createAnthropicModel } from './anthropic-model.ts';
import { createCompatibleModel, createOpenAiModel } from './openai-model.ts';
import type { ModelOptions } from './sdk-model.ts';

const request: ModelRequest = {
  system: 'You answer from lines.', size: 'large', maxOutputTokens: 700,
  turns: [{ role: 'user', text: 'Hello' }, { role: 'assistant', text: 'Yes?' }, { role: 'user', text: 'Question with “signs” & <lines>' }],
};
const key = 'sk-the-key';
const servers = { openai: await startOpenAi(key, () => ''), anthropic: await startAnthropic(key, () => ''), ollama: await startOpenAi(null, () => '') };
afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop())));

type Kind = keyof typeof servers;
const open = (kind: Kind, options: Partial<ModelOptions> & { apiKey?: string } = {}) => {
  const waits: number[] = [];
  let time = 0;
  const all = { apiKey: key, baseUrl: `${servers[kind].url}/v1`, models: { small: 'a-small-one', large: 'a-large-one' }, now: () => time, wait: (ms: number) => { waits.push(ms); time += ms; return Promise.resolve(); }, ...options };
  const model = kind === 'openai' ? createOpenAiModel(all) : kind === 'anthropic' ? createAnthropicModel(all) : createCompatibleModel({ ...all, apiKey: null, provider: 'openai_compatible' });
  return { model, waits, pass: (ms: number) => { time += ms; } };
};
const says = (kind: Kind, ...said: Said[]): ModelServer => {
  const server = servers[kind];
  server.asked.length = 0;
  server.says = () => said.length > 1 ? said.shift()! : said[0]!;
  return server;
};
const pieces = async (model: LanguageModel, asked = request): Promise<string[]> => {
  const got: string[] = [];
  for await (const piece of model.stream(asked)) got.push(piece);
  return got;
};

describe.each(['openai', 'anthropic', 'ollama'] as const)('a model by the protocol of %s', (kind) => {
  it('is asked as its provider wants it, and gives its answer piece by piece', async () => {
    const server = says(kind, 'The total is 1,700.00 [1].');
    const { model } = open(kind);
    const got = await pieces(model);
    expect(got.length).toBeGreaterThan(2);
    expect(got.join('')).toBe('The total is 1,700.00 [1].');
    expect(server.asked).toEqual([{ model: 'a-large-one', system: request.system, turns: request.turns, stream: true, maxTokens: 700 }]);
    await pieces(model, { ...request, size: 'small' });
    expect(server.asked[1]!.model).toBe('a-small-one');
    expect(model).toMatchObject({ provider: kind === 'ollama' ? 'openai_compatible' : kind, host: new URL(server.url).host });
  });

  it('is asked again after 429 with Retry-After, a 500 and a connection that broke before the first word', async () => {
    const server = says(kind, { status: 429, type: 'rate_limit_error', headers: { 'retry-after': '2' } }, { status: 500 }, 'Yes.');
    const { model, waits } = open(kind);
    expect((await pieces(model)).join('')).toBe('Yes.');
    expect(server.asked.length).toBe(3);
    expect(waits[0]).toBe(2_000);
    says(kind, 'cut!', { text: '', ends: 'cut' }, 'Here.');
    expect((await pieces(model)).join('')).toBe('Here.');
  });

  it('is given up after three tries, and then not asked for a minute', async () => {
    const server = says(kind, { status: 503 });
    const { model, pass } = open(kind);
    await expect(pieces(model)).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(pieces(model)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(server.asked.length).toBe(3);
    expect(model.paused()).toBe('unreachable');
    await expect(model.check()).rejects.toThrow();
    pass(60_000);
    says(kind, 'Back.');
    expect((await pieces(model)).join('')).toBe('Back.');
  });

  it('is not asked again where that cannot help', async () => {
    const server = says(kind, { status: 400, type: 'invalid_request_error', message: 'too long' });
    await expect(pieces(open(kind).model)).rejects.toMatchObject({ reason: 'request' });
    says(kind, { status: 404, type: 'not_found_error', message: 'no such model' });
    const { model } = open(kind);
    await expect(pieces(model)).rejects.toMatchObject({ reason: 'refused' });
    expect(model.paused()).toBe('refused');
    expect(server.asked.length).toBe(1);
  });

  it('that falls silent, before its first word or after it, is not waited for', async () => {
    says(kind, 'hang!');
    const { model } = open(kind, { timeoutMs: 40 });
    await expect(pieces(model)).rejects.toMatchObject({ reason: 'unreachable' });
    expect(servers[kind].asked.length).toBe(1);
    says(kind, { text: 'The total is', ends: 'hang' });
    await expect(pieces(open(kind, { timeoutMs: 40 }).model)).rejects.toMatchObject({ reason: 'cut_off' });
  });

  it.each(['cut', 'length', 'error'] as const)('whose answer ends before its end (%s) says so after the words that came', async (ends) => {
    const server = says(kind, { text: 'The total is', ends });
    const got: string[] = [];
    await expect((async () => {
      for await (const piece of open(kind).model.stream(request)) got.push(piece);
    })()).rejects.toMatchObject({ reason: 'cut_off' });
    expect(got.join('')).toBe('The total is');
    expect(server.asked.length, 'what was said is not said twice').toBe(1);
  });

  it('tells the health check whether it answers, free of charge and once a minute', async () => {
    const server = servers[kind];
    const before = server.calls.length;
    const { model } = open(kind);
    await model.check();
    await model.check();
    expect(server.calls.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models']);
  });
});

it('a key that is refused, or an account that has run dry, is not tried again and again', async () => {
  const { model } = open('openai', { apiKey: 'sk-another' });
  await expect(pieces(model)).rejects.toMatchObject({ reason: 'refused' });
  await expect(open('anthropic', { apiKey: 'x' }).model.check()).rejects.toThrow();
  const server = says('openai', { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' });
  await expect(pieces(open('openai').model)).rejects.toMatchObject({ reason: 'refused' });
  expect(server.asked.length).toBe(1);
});

it('whoever stops reading ends the request, and whoever aborts is told so', async () => {
  says('openai', { text: 'one two three', ends: 'hang' });
  for await (const piece of open('openai').model.stream(request)) {
    expect(piece).toBe('one');
    break;
  }
  const stop = new AbortController();
  stop.abort(new Error('gone'));
  await expect((async () => { for await (const piece of open('openai').model.stream(request, stop.signal)) expect(piece).toBe('never'); })()).rejects.toThrow('gone');
});
