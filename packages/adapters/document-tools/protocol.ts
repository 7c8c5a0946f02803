import type { OpenedDocument, ToolFailureCode } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';

/** What the child needs to know before its first document; passed on the command line as JSON. */
export type ProcessSettings = { languages: string[]; pageTimeoutMs: number };

/** What the parent asks. Bytes come in one piece with `open` when small, else in `piece` messages that follow it. */
export type Request =
  | { id: number; ask: 'warm' }
  | { id: number; ask: 'open'; recognise: boolean; mimeType: string; size: number; password: string | null; bytes: Uint8Array | null }
  | { id: number; ask: 'piece'; bytes: Uint8Array }
  | { id: number; ask: 'read'; from: number; to: number }
  | { id: number; ask: 'hasTextLayer'; from: number; to: number }
  | { id: number; ask: 'thumbnail'; maxEdge: number }
  | { id: number; ask: 'picture'; page: number; maxEdge: number; mark: string[] }
  | { id: number; ask: 'close' };

/** What the child answers: `page` for each page of a `read`, then exactly one of `done` and `failed`. `needsRecognition`: it was opened where pictures may not be recognised, and got this far. */
export type Answer =
  | { id: number; say: 'page'; page: PageText }
  | { id: number; say: 'tick' }
  | { id: number; say: 'done'; opened?: OpenedDocument; needsRecognition?: boolean; truth?: boolean; picture?: Uint8Array | null; rssMb: number }
  | { id: number; say: 'failed'; code: ToolFailureCode; message: string; retryable: boolean };

/** A step may take so many times its limit by the wall, where the machine gives it little of its time; a process that sleeps is found by it. */
export const WALL_LIMITS = 4;

/** Bytes of a document that go in one message; more are sent piece by piece, so that no third copy of 50 MB is ever made. */
export const PIECE_BYTES = 1_048_576;
