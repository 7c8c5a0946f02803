import { createAnthropic } from '@ai-sdk/anthropic';
import type { LanguageModel } from '@docuvault/core/language-model.ts';
import { createSdkModel, straightFetch, type ModelOptions } from './sdk-model.ts';

/** Anthropic by its messages API (https://docs.anthropic.com/en/api/messages). */
export const createAnthropicModel = (options: ModelOptions & { apiKey: string }): LanguageModel => {
  const sdk = createAnthropic({ apiKey: options.apiKey, baseURL: options.baseUrl, fetch: straightFetch });
  return createSdkModel({ provider: 'anthropic', model: (name) => sdk(name), headers: { 'x-api-key': options.apiKey, 'anthropic-version': '2023-06-01' } }, options);
};
