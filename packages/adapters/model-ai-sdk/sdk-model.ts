import { streamText, type LanguageModel as SdkLanguageModel } from 'ai';
import type { LanguageModel, ModelRequest, ModelSize } from '@docuvault/core/language-model.ts';
import { createPatience, Unanswered } from '@docuvault/core/outside-service.ts';
import { unansweredOf } from './sdk-failure.ts';

export type ModelNames = Record<ModelSize, string>;

export type ModelOptions = {
  apiKey: string | null;
  /** Of the API, its version included: `https://api.openai.com/v1`. */
  baseUrl: string;
  models: ModelNames;
  /** Longest wait for the first piece, and between two; not waited for again, for somebody waits behind it. Default 20,000. */
  timeoutMs?: number | undefined;
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
};

export type SdkProvider = { provider: string; model: (name: string) => Exclude<SdkLanguageModel, string>; headers: Record<string, string> };

/** The health check is asked often; the provider need not be. */
const checkKeptMs = 60_000;
const checkTimeoutMs = 4_000;

/** No redirect is followed: the key and the text would go along. */
export const straightFetch: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });

type Opened = { first: string; rest: AsyncIterator<string> };

/** A provider of the AI SDK as the port wants it: streams, and tries again only where nothing was said yet. */
export const createSdkModel = ({ provider, model, headers }: SdkProvider, { baseUrl, models, timeoutMs = 20_000, now = Date.now, wait }: ModelOptions): LanguageModel => {
  const patience = createPatience({ now, wait });
  let checked: { good: boolean; until: number } | null = null;

  const pieces = async function* (request: ModelRequest, signal?: AbortSignal): AsyncGenerator<string> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { silence.abort(); }, timeoutMs);
    };
    listen();
    try {
      const { fullStream } = streamText({
        model: model(models[request.size]), system: request.system, maxOutputTokens: request.maxOutputTokens, maxRetries: 0,
        messages: request.turns.map(({ role, text }) => ({ role, content: text })),
        abortSignal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal, onError: () => undefined,
      });
      for await (const part of fullStream) {
        listen();
        if (part.type === 'text-delta' && part.text !== '') yield part.text;
        else if (part.type === 'error') throw unansweredOf(part.error, now());
        else if (part.type === 'abort') throw new Unanswered('unreachable');
        else if (part.type === 'finish' && part.finishReason === 'content-filter') throw new Unanswered('request');
        // Neither a limit reached nor a connection that ended early is the end of an answer.
        else if (part.type === 'finish' && part.finishReason !== 'stop') throw new Unanswered('cut_off');
      }
    } catch (error) {
      signal?.throwIfAborted();
      throw silence.signal.aborted ? new Unanswered('unreachable') : unansweredOf(error, now());
    } finally {
      clearTimeout(timer);
      // Whoever stops reading has the provider stop writing.
      silence.abort();
    }
  };

  const open = async (request: ModelRequest, signal?: AbortSignal): Promise<Opened> => {
    const rest = pieces(request, signal);
    const { value, done } = await rest.next();
    if (done === true) throw new Unanswered('unreachable', { again: true });
    return { first: value, rest };
  };

  return {
    provider,
    host: new URL(baseUrl).host,
    modelFor: (size) => models[size],
    paused: patience.paused,
    stream: async function* (request, signal) {
      const { first, rest } = await patience.attempt(() => open(request, signal), signal);
      try {
        yield first;
        for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
      } catch (error) {
        throw error instanceof Unanswered ? new Unanswered('cut_off') : error;
      } finally {
        await rest.return?.();
      }
    },
    check: async () => {
      if (patience.paused()) throw new Error(`${provider} failed a moment ago`);
      if (!checked || now() >= checked.until) checked = { good: await answers(`${baseUrl}/models`, headers), until: now() + checkKeptMs };
      if (!checked.good) throw new Error(`${provider} does not answer`);
    },
  };
};

/** Whether the provider answers, and not that we are refused: its list of models is free. */
const answers = async (url: string, headers: Record<string, string>): Promise<boolean> => {
  try {
    const response = await straightFetch(url, { headers, signal: AbortSignal.timeout(checkTimeoutMs) });
    await response.body?.cancel();
    // Some that speak OpenAI's protocol have no such list, and say so.
    return response.status < 500 && response.status !== 401 && response.status !== 403;
  } catch {
    return false;
  }
};
