type Environment = Record<string, string | undefined>;
type Names = { small: string; large: string };

export type ModelConfig = {
  /** In the order in which they are asked; none where the operator names none. */
  providers: ({ kind: 'openai' | 'anthropic'; apiKey: string; baseUrl: string; models: Names } | { kind: 'openai_compatible'; apiKey: null; baseUrl: string; models: Names })[];
  timeoutMs: number;
  googleTranslate: { apiKey: string; apiUrl: string | null } | null;
};

const address = (name: string, given: string | undefined, fallback: string): string => {
  const url = (given || fallback).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#]+[^?#]*$/.test(url)) throw new Error(`${name} must be an http(s) address, not "${given}"`);
  return url;
};

/** An address without a path is that of the server; the API lies below /v1 there. */
const apiAddress = (name: string, given: string | undefined, fallback: string): string => {
  const url = address(name, given, fallback);
  return new URL(url).pathname === '/' ? `${url}/v1` : url;
};

const names = (large: string | undefined, small: string | undefined, usual: Names): Names => ({ large: large || usual.large, small: small || large || usual.small });

/**
 * Reads which language models and translators the operator has chosen: whoever has a key, or an address, in the guide's order. Nothing
 * goes to them until a person agrees. `MODEL_PROVIDERS` names some of them, in another order, or `none`.
 */
export const readModelConfig = (env: Environment): ModelConfig => {
  const openAiNames = names(env.OPENAI_MODEL, env.OPENAI_SMALL_MODEL, { large: 'gpt-5.4', small: 'gpt-5.4-mini' });
  const known: ModelConfig['providers'] = [];
  if (env.OPENAI_API_KEY) known.push({ kind: 'openai', apiKey: env.OPENAI_API_KEY, baseUrl: apiAddress('OPENAI_BASE_URL', env.OPENAI_BASE_URL, 'https://api.openai.com/v1'), models: openAiNames });
  else if (env.OPENAI_BASE_URL) known.push({ kind: 'openai_compatible', apiKey: null, baseUrl: apiAddress('OPENAI_BASE_URL', env.OPENAI_BASE_URL, ''), models: openAiNames });
  if (env.ANTHROPIC_API_KEY) {
    known.push({
      kind: 'anthropic', apiKey: env.ANTHROPIC_API_KEY, baseUrl: apiAddress('ANTHROPIC_BASE_URL', env.ANTHROPIC_BASE_URL, 'https://api.anthropic.com/v1'),
      models: names(env.ANTHROPIC_MODEL, env.ANTHROPIC_SMALL_MODEL, { large: 'claude-sonnet-4-6', small: 'claude-haiku-4-5' }),
    });
  }
  const chosen = (env.MODEL_PROVIDERS ?? '').split(',').map((name) => name.trim()).filter(Boolean);
  const wrong = chosen.find((name) => !['none', 'openai', 'openai_compatible', 'anthropic', 'google_translate'].includes(name));
  if (wrong !== undefined) throw new Error(`MODEL_PROVIDERS may name openai, openai_compatible, anthropic, google_translate, or none, not "${wrong}"`);
  const translate = chosen.length === 0 || chosen.includes('google_translate');
  const timeout = Number(env.MODEL_TIMEOUT_MS || 20_000);
  if (!Number.isInteger(timeout) || timeout < 100 || timeout > 600_000) throw new Error(`MODEL_TIMEOUT_MS must be a whole number from 100 to 600000, not "${env.MODEL_TIMEOUT_MS}"`);
  return {
    providers: chosen.length === 0 ? known : chosen.flatMap((name) => known.filter(({ kind }) => kind === name)),
    timeoutMs: timeout,
    googleTranslate: env.GOOGLE_TRANSLATE_API_KEY && translate
      ? { apiKey: env.GOOGLE_TRANSLATE_API_KEY, apiUrl: env.GOOGLE_TRANSLATE_API_URL ? address('GOOGLE_TRANSLATE_API_URL', env.GOOGLE_TRANSLATE_API_URL, '') : null } : null,
  };
};
