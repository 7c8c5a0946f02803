import { startHttpProvider, type Call, type HttpProvider } from './http-provider.ts';

type Corner = { x?: number; y?: number };
/** A word as the service tells of it: its letters, its upper left corner and size in pixels, and what ends it. */
export type SeenWord = { text: string; x: number; y: number; w: number; h: number; ends?: 'SPACE' | 'SURE_SPACE' | 'EOL_SURE_SPACE' | 'LINE_BREAK' | 'HYPHEN' | undefined; confidence?: number };

/** As the service writes it: zeros are left out. */
const corner = (x: number, y: number): Corner => ({ ...(x !== 0 ? { x } : {}), ...(y !== 0 ? { y } : {}) });

const turnedBy = (quarters: number, width: number, height: number) => (x: number, y: number): Corner => {
  switch (quarters) {
    case 1: return corner(height - y, x);
    case 2: return corner(width - x, height - y);
    case 3: return corner(y, width - x);
    default: return corner(x, y);
  }
};

/** An answer for one picture, in the shape of `AnnotateImageResponse`. `turned`: the quarter turns clockwise by which the paper lies on the picture. */
export const annotationOf = (words: readonly SeenWord[], { width = 1000, height = 1400, turned = 0 }: { width?: number; height?: number; turned?: number } = {}) => {
  const at = turnedBy(turned, width, height);
  return {
    fullTextAnnotation: {
      pages: [{
        ...(turned % 2 === 1 ? { width: height, height: width } : { width, height }),
        blocks: [{
          blockType: 'TEXT', confidence: 0.97,
          paragraphs: [{
            words: words.map(({ text, x, y, w, h, ends, confidence = 0.98 }) => ({
              boundingBox: { vertices: [at(x, y), at(x + w, y), at(x + w, y + h), at(x, y + h)] }, confidence,
              symbols: [...text].map((letter, k, all) => ({ text: letter, confidence, ...(k === all.length - 1 && ends ? { property: { detectedBreak: { type: ends } } } : {}) })),
            })),
          }],
        }],
      }],
      text: words.map(({ text, ends }) => text + (ends === undefined ? '' : /LINE|EOL|HYPHEN/.test(ends) ? '\n' : ' ')).join(''),
    },
  };
};

/** Lines of a page as words beside each other, 12 pixels a letter, 40 a line; signs at a word's end are words of their own. */
export const linesSeen = (lines: readonly string[]): SeenWord[] => lines.flatMap((line, row) => {
  const words = line.split(' ');
  let x = 60;
  return words.flatMap((word, k) => {
    const [, letters = '', sign = ''] = /^(.*?)([.,:;]?)$/.exec(word)!;
    const ends = k === words.length - 1 ? 'LINE_BREAK' as const : 'SPACE' as const;
    const seen = [{ text: letters, ends: sign === '' ? ends : undefined }, { text: sign, ends }].filter(({ text }) => text !== '')
      .map(({ text, ends: end }) => ({ text, x: (x += 12 * text.length) - 12 * text.length, y: 60 + 40 * row, w: 12 * text.length - 1, h: 24, ends: end }));
    x += 8;
    return seen;
  });
});

/** What a call asked for: the bytes of its pictures. Throws where it is not a request that the service takes. */
export const picturesOf = (call: Call): Buffer[] => {
  if (call.body.length > 10_000_000) throw new Error('the request is larger than 10 MB');
  const { requests } = JSON.parse(call.body.toString()) as { requests: { image: { content: string }; features: { type: string }[] }[] };
  if (requests.length < 1 || requests.length > 16) throw new Error(`${requests.length} images`);
  return requests.map(({ image, features }) => {
    if (features.length !== 1 || features[0]!.type !== 'DOCUMENT_TEXT_DETECTION') throw new Error('another feature');
    return Buffer.from(image.content, 'base64');
  });
};

/** How the service refuses a key that is none (HTTP 400) and one that may not do this (403). */
export const badKey = {
  status: 400,
  body: { error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT', details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com', metadata: { service: 'vision.googleapis.com' } }] } },
};
export const forbiddenKey = { status: 403, body: { error: { code: 403, message: 'Requests to this API vision.googleapis.com method google.cloud.vision.v1.ImageAnnotator.BatchAnnotateImages are blocked.', status: 'PERMISSION_DENIED', details: [{ reason: 'API_KEY_SERVICE_BLOCKED' }] } } };

export type GoogleVision = Pick<HttpProvider, 'url' | 'calls' | 'stop'> & { failing: (call: Call) => ReturnType<HttpProvider['answers']> | null };

/**
 * Stands where Cloud Vision does: takes `POST /v1/images:annotate` with the key in its header, and gives each picture what `answer` says of
 * its bytes. `failing` answers whole calls instead, as long as it gives something.
 */
export const startGoogleVision = async (key: string, answer: (picture: Buffer) => object): Promise<GoogleVision> => {
  const state = { failing: (() => null) as GoogleVision['failing'] };
  const server = await startHttpProvider((call) => {
    const failure = state.failing(call);
    if (failure) return failure;
    if (call.headers['x-goog-api-key'] !== key || call.path.includes(key)) return badKey;
    if (call.method === 'GET' && call.path.startsWith('/$discovery/rest')) return { status: 200, body: { kind: 'discovery#restDescription', id: 'vision:v1' } };
    if (call.method !== 'POST' || call.path !== '/v1/images:annotate') return { status: 404, text: '<!DOCTYPE html>' };
    return { status: 200, body: { responses: picturesOf(call).map(answer) } };
  });
  return Object.assign(state, { url: server.url, calls: server.calls, stop: server.stop });
};
