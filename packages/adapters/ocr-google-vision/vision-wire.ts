/*
 * The part of Cloud Vision's REST protocol (v1) that is used here, https://cloud.google.com/vision/docs/reference/rest/v1/images/annotate.
 * In its JSON whatever is zero, false or empty is left out, so everything is optional.
 */

export type Vertex = { x?: number; y?: number };
export type BoundingPoly = { vertices?: Vertex[] };
export type BreakType = 'UNKNOWN' | 'SPACE' | 'SURE_SPACE' | 'EOL_SURE_SPACE' | 'HYPHEN' | 'LINE_BREAK';
export type TextProperty = { detectedBreak?: { type?: BreakType; isPrefix?: boolean } };
export type VisionSymbol = { text?: string; property?: TextProperty };
export type VisionWord = { boundingBox?: BoundingPoly; confidence?: number; symbols?: VisionSymbol[] };
export type VisionPage = { width?: number; height?: number; blocks?: { paragraphs?: { words?: VisionWord[] }[] }[] };

/** google.rpc.Status; `code` is one of google.rpc.Code. */
export type RpcStatus = { code?: number; message?: string };
export type ImageAnswer = { fullTextAnnotation?: { pages?: VisionPage[]; text?: string }; error?: RpcStatus };
export type BatchAnswer = { responses?: ImageAnswer[] };
/** The body of a status other than 200. */
export type ErrorBody = { error?: { code?: number; status?: string; details?: { reason?: string }[] } };

/** Images of one request, and bytes of its JSON (https://cloud.google.com/vision/quotas). */
export const MAX_IMAGES = 16;
export const MAX_JSON_BYTES = 10_000_000;
