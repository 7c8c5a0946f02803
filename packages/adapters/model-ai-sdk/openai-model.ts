import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from '@docuvault/core/language-model.ts';
import { createSdkModel, straightFetch, type ModelOptions } from './sdk-model.ts';

const bearer = (apiKey: string | null): Record<string, string> => (apiKey ? { authorization: `Bearer ${apiKey}` } : {});

/**
 * OpenAI by its chat completions, which it does not keep for later use as it does responses by default
 * (https://platform.openai.com/docs/guides/your-data).
 */
export const createOpenAiModel = (options: ModelOptions & { apiKey: string }): LanguageModel => {
  const sdk = createOpenAI({ apiKey: options.apiKey, baseURL: options.baseUrl, fetch: straightFetch });
  return createSdkModel({ provider: 'openai', model: (name) => sdk.chat(name), headers: bearer(options.apiKey) }, options);
};

/** Whatever speaks OpenAI's chat completions at another address, such as Ollama: `provider` is what people are told. */
export const createCompatibleModel = (options: ModelOptions & { provider: string }): LanguageModel => {
  const sdk = createOpenAICompatible({ name: options.provider, baseURL: options.baseUrl, fetch: straightFetch, ...(options.apiKey ? { apiKey: options.apiKey } : {}) });
  return createSdkModel({ provider: options.provider, model: (name) => sdk.chatModel(name), headers: bearer(options.apiKey) }, options);
};
