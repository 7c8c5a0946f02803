import type { BlobStore } from '@docuvault/core/blob-store.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { DocumentTools } from '@docuvault/core/document-tools.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import type { LanguageModel } from '@docuvault/core/language-model.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { PageReader } from '@docuvault/core/page-reader.ts';
import type { MalwareScanner } from '@docuvault/core/malware-scanner.ts';
import type { PasswordHasher } from '@docuvault/core/password-hasher.ts';
import type { SheetPrinter } from '@docuvault/core/sheet-printer.ts';
import type { Translator } from '@docuvault/core/translator.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Database } from '@docuvault/db/types.ts';

/** A service that reads pages outside the vault, which the operator has chosen, and how many it may read of a person in a month. */
export type OutsideReading = { reader: PageReader; pagesPerMonth: number };

/** Everything the rooms need from outside, built once in a composition root. */
export type Deps = {
  db: Database;
  clock: Clock;
  blobs: BlobStore;
  keyring: Keyring;
  tools: DocumentTools;
  /** Null where everything is read in the vault itself. */
  outside: OutsideReading | null;
  /** Language models outside the vault that the operator has chosen, in the order in which they are asked. */
  models: readonly LanguageModel[];
  /** What translates before they are asked to; null where there is none. */
  translator: Translator | null;
  embedder: Embedder;
  scanner: MalwareScanner | null;
  printer: SheetPrinter;
  passwords: PasswordHasher;
  log: Logger;
  version: string;
};

/** What a use case gets first: who asks, and what it may use. */
export type UserContext = { actor: UserActor; deps: Deps };
