import { claimRequest, uploadAnswer, uploadOptions } from '@docuvault/contract/upload.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { onceByKey } from '../http/idempotency.ts';
import { parseInput, readJson } from '../http/read-input.ts';
import { createRoom, type Room } from '../http/room.ts';
import { claimObject } from './claim-object.ts';
import { ingestFile } from './ingest-file.ts';
import { readMultipart } from './read-multipart.ts';
import { refuseEarly } from './refuse-early.ts';
import { isSameFile } from './same-file.ts';
import { optionsFromFields, tidyOptions } from './upload-options.ts';

/** Takes files into the vault. */
export const documentUploadRoom = (deps: QueueDeps): Room => {
  const { room, route } = createRoom('document-upload');
  route(
    {
      method: 'post', path: '/', access: 'user', summary: 'Upload a document', bodyType: 'multipart/form-data', form: uploadOptions, insteadOfForm: claimRequest,
      response: uploadAnswer, status: 201,
    },
    async ({ c, actor }) => {
      const ctx = { actor, deps };
      if ((c.req.header('content-type') ?? '').startsWith('application/json')) {
        const body = parseInput(claimRequest, await readJson(c.req.raw), 'body');
        return onceByKey(deps, { c, actor, functionName: room.name, body }, async () => {
          const { objectName, ...options } = body;
          const answer = await claimObject(ctx, { objectName, options: tidyOptions(options) });
          return { status: answer.duplicate ? 200 : 201, body: answer };
        });
      }
      return onceByKey(deps, { c, actor, functionName: room.name, isSame: (answer) => isSameFile(c.req.raw, answer) }, async () => {
        await refuseEarly(ctx, c.req.raw);
        const answer = await readMultipart(c.req.raw, ({ stream, fileName, fields }) =>
          ingestFile(ctx, { stream, fileName, options: fields.then(optionsFromFields) }),
        );
        return { status: answer.duplicate ? 200 : 201, body: answer };
      });
    },
  );
  return room;
};
