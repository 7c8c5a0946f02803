/* Entry of the worker thread that classifies, extracts and cuts, so that the API's thread never waits for it. */
import { parentPort } from 'node:worker_threads';
import { analyseHere } from '@docuvault/vault/document-processor/analyse.ts';
import type { AnalysisReply, AnalysisRequest } from './analyse-in-thread.ts';

const port = parentPort!;
port.on('message', ({ id, pages, hints }: AnalysisRequest) => {
  analyseHere(pages, hints).then(
    (analysis) => {
      port.postMessage({ id, analysis } satisfies AnalysisReply);
    },
    (error: unknown) => {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies AnalysisReply);
    },
  );
});
