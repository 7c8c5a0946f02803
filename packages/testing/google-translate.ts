import { startHttpProvider, type Answer, type Call, type HttpProvider } from './http-provider.ts';

type Body = { q?: unknown; source?: string; target?: string; format?: string };
export type GoogleTranslate = Pick<HttpProvider, 'url' | 'calls' | 'stop'> & { failing: (call: Call) => Answer | null };

const refused = (code: number, message: string, reason: string): Answer => ({
  status: code, body: { error: { code, message, errors: [{ message, domain: 'global', reason }], details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: reason === 'badRequest' ? 'API_KEY_INVALID' : reason, domain: 'googleapis.com' }] } },
});

/** Stands where Cloud Translation (v2) does: keeps to its published limits, and turns each text by `translate`. */
export const startGoogleTranslate = async (key: string, translate: (text: string, target: string) => string): Promise<GoogleTranslate> => {
  const state = { failing: (() => null) as GoogleTranslate['failing'] };
  const server = await startHttpProvider((call) => {
    const failure = state.failing(call);
    if (failure) return failure;
    if (call.headers['x-goog-api-key'] !== key || call.path.includes(key)) return refused(400, 'API key not valid. Please pass a valid API key.', 'badRequest');
    if (call.method === 'GET' && call.path === '/language/translate/v2/languages') return { status: 200, body: { data: { languages: [{ language: 'de' }, { language: 'hi' }] } } };
    if (call.method !== 'POST' || call.path !== '/language/translate/v2') return { status: 404, text: '<!DOCTYPE html>' };
    const { q, source, target, format } = JSON.parse(call.body.toString()) as Body;
    if (!Array.isArray(q) || !target || format !== 'text') return refused(400, 'Required parameters missing', 'invalid');
    const texts = q as string[];
    if (texts.length > 128 || texts.reduce((sum, text) => sum + [...text].length, 0) > 30_000) return refused(400, 'Text too long', 'invalid');
    return { status: 200, body: { data: { translations: texts.map((text) => ({ translatedText: translate(text, target), ...(source ? {} : { detectedSourceLanguage: 'en' }) })) } } };
  });
  return Object.assign(state, { url: server.url, calls: server.calls, stop: server.stop });
};
