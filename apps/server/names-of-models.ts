import type { ModelConfig } from './model-config.ts';

/** What the health check tells of models: who answers questions and who translates, in the order in which they are asked. */
export const namesOfModels = ({ providers, googleTranslate }: ModelConfig): Record<string, string> => {
  const models = providers.map(({ kind }) => kind);
  return {
    provider: models[0] ?? 'local',
    chat: [...models, 'local'].join(', '),
    translation: [...(googleTranslate ? ['google_translate'] : []), ...models].join(', ') || 'none',
  };
};
