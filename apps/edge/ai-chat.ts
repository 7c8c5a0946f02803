import process from 'node:process';
import { aiChatRoom } from '@docuvault/vault/ai-chat/ai-chat.routes.ts';
import { readModelConfig } from '../server/model-config.ts';
import { openModels } from '../server/open-models.ts';
import { edgeFunction } from './edge-function.ts';

export default edgeFunction((deps) => aiChatRoom({ ...deps, ...openModels(readModelConfig(process.env)) }));
