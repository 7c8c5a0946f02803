// The bundle is made by `npm run build:functions`; translation-service is listed in scripts/edge-functions.mjs.
export { default } from './bundle.js';
