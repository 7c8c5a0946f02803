import { documentsRoom } from '@docuvault/vault/documents/documents.routes.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

/** Links lead to the site that serves the web app, which is not where functions run. */
export default edgeFunction((deps) => documentsRoom(deps, setting('FRONTEND_URL') ?? setting('PUBLIC_URL') ?? null));
