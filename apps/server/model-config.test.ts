import { describe, expect, it } from 'vitest';
import { readModelConfig } from './model-config.ts';
import { namesOfModels } from './names-of-models.ts';
import { leftAlone, openModels } from './open-models.ts';

const hosts = (env: Record<string, string>) => openModels(readModelConfig(env)).models.map(({ provider, host }) => `${provider} ${host}`);

describe('the models that an operator names', () => {
  it('are none by themselves, and those of the guide’s keys in the guide’s order', () => {
    expect(hosts({})).toEqual([]);
    expect(namesOfModels(readModelConfig({}))).toEqual({ provider: 'local', chat: 'local', translation: 'none' });
    expect(hosts({ ANTHROPIC_API_KEY: 'a', OPENAI_API_KEY: 'o' })).toEqual(['openai api.openai.com', 'anthropic api.anthropic.com']);
    expect(namesOfModels(readModelConfig({ OPENAI_API_KEY: 'o', GOOGLE_TRANSLATE_API_KEY: 'g' }))).toEqual({ provider: 'openai', chat: 'openai, local', translation: 'google_translate, openai' });
    expect(leftAlone(openModels(readModelConfig({ OPENAI_API_KEY: 'o' })))).toBe('none');
  });

  it('may stand at another address, with or without a key, below /v1 where nothing else is said', () => {
    expect(hosts({ OPENAI_BASE_URL: 'http://127.0.0.1:11434' })).toEqual(['openai_compatible 127.0.0.1:11434']);
    expect(hosts({ OPENAI_BASE_URL: 'http://proxy.test/openai/', OPENAI_API_KEY: 'o' })).toEqual(['openai proxy.test']);
    expect(readModelConfig({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/' }).providers[0]!.baseUrl).toBe('http://127.0.0.1:11434/v1');
    expect(readModelConfig({ ANTHROPIC_BASE_URL: 'http://proxy.test/anthropic/v1', ANTHROPIC_API_KEY: 'a' }).providers[0]!.baseUrl).toBe('http://proxy.test/anthropic/v1');
  });

  it('are those that the operator picks, by the names that the operator gives; a small model is the large one where only that is named', () => {
    expect(hosts({ ANTHROPIC_API_KEY: 'a', OPENAI_API_KEY: 'o', MODEL_PROVIDERS: 'anthropic, openai' })).toEqual(['anthropic api.anthropic.com', 'openai api.openai.com']);
    expect(hosts({ OPENAI_API_KEY: 'o', MODEL_PROVIDERS: 'none' })).toEqual([]);
    expect(readModelConfig({ OPENAI_BASE_URL: 'http://h', OPENAI_MODEL: 'llama3.2' }).providers[0]!.models).toEqual({ large: 'llama3.2', small: 'llama3.2' });
    expect(readModelConfig({ GOOGLE_TRANSLATE_API_KEY: 'g', MODEL_PROVIDERS: 'openai' }).googleTranslate).toBeNull();
  });

  it.each([[{ OPENAI_BASE_URL: 'ollama:11434' }, 'OPENAI_BASE_URL'], [{ MODEL_PROVIDERS: 'gemini' }, 'MODEL_PROVIDERS'], [{ MODEL_TIMEOUT_MS: 'soon' }, 'MODEL_TIMEOUT_MS']])('is told what is wrong with %j', (env, name) => {
    expect(() => readModelConfig(env as unknown as Record<string, string>)).toThrow(name);
  });
});
