import process from 'node:process';
import { translationServiceRoom } from '@docuvault/vault/translation-service/translation-service.routes.ts';
import { readModelConfig } from '../server/model-config.ts';
import { openModels } from '../server/open-models.ts';
import { edgeFunction } from './edge-function.ts';

export default edgeFunction((deps) => translationServiceRoom({ ...deps, ...openModels(readModelConfig(process.env)) }));
