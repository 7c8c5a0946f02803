import type { LanguageModel } from '@docuvault/core/language-model.ts';
import type { Translator } from '@docuvault/core/translator.ts';
import { createAnthropicModel } from '@docuvault/model-ai-sdk/anthropic-model.ts';
import { createCompatibleModel, createOpenAiModel } from '@docuvault/model-ai-sdk/openai-model.ts';
import { createGoogleTranslator } from '@docuvault/translate-google/google-translator.ts';
import type { ModelConfig } from './model-config.ts';

export type OpenedModels = { models: readonly LanguageModel[]; translator: Translator | null };

/** Opens the models and the translator that the configuration names; none of them is asked anything yet. */
export const openModels = ({ providers, timeoutMs, googleTranslate }: ModelConfig): OpenedModels => ({
  models: providers.map((provider) => {
    switch (provider.kind) {
      case 'openai': return createOpenAiModel({ ...provider, timeoutMs });
      case 'anthropic': return createAnthropicModel({ ...provider, timeoutMs });
      case 'openai_compatible': return createCompatibleModel({ ...provider, provider: provider.kind, timeoutMs });
    }
  }),
  translator: googleTranslate && createGoogleTranslator({ apiKey: googleTranslate.apiKey, apiUrl: googleTranslate.apiUrl ?? undefined, timeoutMs }),
});

/** How the health check asks each of them, by name. */
export const modelChecks = ({ models, translator }: OpenedModels): Record<string, () => Promise<void>> =>
  Object.fromEntries([...models, ...(translator ? [translator] : [])].map((service) => [service.provider, () => service.check()]));

/** Those that failed a moment ago and are not asked just now. */
export const leftAlone = ({ models, translator }: OpenedModels): string =>
  [...models, ...(translator ? [translator] : [])].filter((service) => service.paused() !== null).map(({ provider }) => provider).join(', ') || 'none';
