import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AiRequest, Consent } from '@docuvault/contract/account.ts';
import type { ChatAnswer } from '@docuvault/contract/chat.ts';
import type { TranslationAnswer } from '@docuvault/contract/translation.ts';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { startAnthropic } from '@docuvault/testing/anthropic.ts';
import type { Asked, ModelServer } from '@docuvault/testing/model-server.ts';
import { startOpenAi } from '@docuvault/testing/openai.ts';
import { newHome, removeHome, settled, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';

const paper = Buffer.from(makePdf([textAt(60, 760, 'Invoice INV-77 of Sharma Electricals.') + textAt(60, 720, 'Total amount 1700.00 INR. Guarantee of the pump: three summers.')]));
const cited = (asked: Asked, words: string): string => /^\[(\d+)\]/.exec(asked.turns[0]!.text.split('\n').find((line) => line.startsWith('[') && line.includes(words))!)![1]!;

/** The whole product over HTTP, with its two providers played by servers that speak their protocols. */
describe('models, through the product', () => {
  const home = newHome();
  let openai: ModelServer;
  let anthropic: ModelServer;
  let product: Product;
  let asha: Member;
  let documentId: string;

  beforeAll(async () => {
    [openai, anthropic] = await Promise.all([
      startOpenAi('sk-openai', (asked) => (asked.system.includes('translate') ? 'Rechnung INV-77, Summe 1700.00 INR' : `It is guaranteed for three summers [${cited(asked, 'three summers')}].`)),
      startAnthropic('sk-ant', (asked) => `Three summers, says the invoice [${cited(asked, 'three summers')}].`),
    ]);
    product = await startProduct(home, { OPENAI_API_KEY: 'sk-openai', OPENAI_BASE_URL: `${openai.url}/v1`, ANTHROPIC_API_KEY: 'sk-ant', ANTHROPIC_BASE_URL: anthropic.url, MODEL_TIMEOUT_MS: '5000' });
    asha = await signUp(product);
    documentId = ((await (await uploadRaw(asha, paper, 'invoice.pdf')).json()) as Uploaded).document.id;
    expect((await settled(asha, documentId)).status).toBe('completed');
  });
  afterAll(async () => {
    await product.stop();
    await Promise.all([openai.stop(), anthropic.stop()]);
    removeHome(home);
  });
  const ask = (conversationId: string) => asha.post<ChatAnswer>('ai-chat', { conversationId, message: 'For how long is the pump of Sharma Electricals guaranteed?' });
  const calls = () => [...openai.calls, ...anthropic.calls].filter(({ method }) => method === 'POST').length;

  it('answer nothing, and hear nothing, until one agrees', async () => {
    expect((await ask('a')).provider).toBe('local');
    expect(await (await asha.call('translation-service', { method: 'POST', body: JSON.stringify({ documentId, targetLanguage: 'de' }), headers: { 'content-type': 'application/json' } })).json()).toMatchObject({ error: { code: 'consent.needed' } });
    expect(calls()).toBe(0);
    const { items } = await asha.json<{ items: Consent[] }>('account/consents');
    expect(items).toMatchObject([{ purpose: 'language_models', recipient: 'openai, anthropic', granted: false, callsUsed: 0 }]);
  });

  it('answer with the page cited, translate once, and everything sent is told', async () => {
    await asha.post('account/consents', { purpose: 'language_models', granted: true });
    const answer = await ask('b');
    expect(answer).toMatchObject({ provider: 'openai', grounded: true, answer: 'It is guaranteed for three summers [1].', citations: [{ documentId, page: 1 }] });
    expect(answer.citations[0]!.quote).toContain('three summers');
    const translate = () => asha.post<TranslationAnswer>('translation-service', { documentId, targetLanguage: 'de' });
    expect(await translate()).toMatchObject({ sourceLanguage: 'en', targetLanguage: 'de', provider: 'openai', cached: false });
    expect(await translate()).toMatchObject({ cached: true });
    const { items } = await asha.json<{ items: AiRequest[] }>('account/ai-requests');
    expect(items.map(({ purpose, provider, host, outcome, documentIds }) => ({ purpose, provider, host, outcome, documentIds }))).toEqual(
      ['translation', 'chat'].map((purpose) => ({ purpose, provider: 'openai', host: new URL(openai.url).host, outcome: 'answered', documentIds: [documentId] })));
    expect(JSON.stringify(items)).not.toContain('Sharma');
    expect(await asha.json('subscription-manager')).toMatchObject({ usage: { aiUsed: 2 } });
  });

  it('stream what they say', async () => {
    const answer = await asha.call('ai-chat', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'text/event-stream' }, body: JSON.stringify({ conversationId: 'c', message: 'For how long is the pump of Sharma Electricals guaranteed?' }) });
    const text = await answer.text();
    expect([...text.matchAll(/^event: (\w+)$/gm)].map(([, event]) => event)).toEqual(['status', 'status', 'status', 'delta', 'citation', 'done']);
  });

  it('stand in for each other, and the vault for both; the health check says who is there', async () => {
    const health = async () => (await (await fetch(`${product.url}/functions/v1/health-check`)).json()) as { checks: { ai_services: Record<string, string>; external_apis: { providers: Record<string, string> } } };
    expect((await health()).checks).toMatchObject({ ai_services: { status: 'healthy', provider: 'openai', chat: 'openai, anthropic, local', translation: 'openai, anthropic', left_alone: 'none' }, external_apis: { providers: { openai: 'healthy', anthropic: 'healthy' } } });
    openai.says = () => ({ status: 401, type: 'invalid_request_error', code: 'invalid_api_key' });
    expect(await ask('d')).toMatchObject({ provider: 'anthropic', answer: 'Three summers, says the invoice [1].' });
    anthropic.says = () => ({ status: 403, type: 'permission_error' });
    expect((await ask('e')).provider).toBe('local');
    expect((await health()).checks).toMatchObject({ ai_services: { left_alone: 'openai, anthropic' }, external_apis: { providers: { openai: 'unhealthy', anthropic: 'unhealthy' } } });
    expect(product.log()).not.toMatch(/sk-openai|sk-ant|three summers/);
  });

  it('are asked no more once one takes the consent back', async () => {
    await asha.post('account/consents', { purpose: 'language_models', granted: false });
    const before = calls();
    await ask('f');
    expect(calls()).toBe(before);
  });
});
