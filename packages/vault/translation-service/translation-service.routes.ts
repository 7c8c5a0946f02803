import { languageList, translationAnswer, translationRequest } from '@docuvault/contract/translation.ts';
import type { Deps } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { listLanguages } from './languages.ts';
import { translate } from './translate.ts';

/** Texts and documents in another language, by services outside that their person agreed to. */
export const translationServiceRoom = (deps: Deps): Room => {
  const { room, route } = createRoom('translation-service');
  route({ method: 'post', path: '/', access: 'user', summary: 'Translate a document or a text', body: translationRequest, response: translationAnswer, bodyLimitBytes: 512 * 1024 },
    ({ c, actor, body }) => onceByKey(deps, { c, actor, functionName: room.name, body }, async () => ({ status: 200, body: await translate({ actor, deps }, body) })));
  route({ method: 'get', path: '/languages', access: 'user', summary: 'Languages to translate from and into', response: languageList }, () => listLanguages());
  return room;
};
