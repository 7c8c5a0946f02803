// The bundle is made by `npm run build:functions`; subscription-manager is listed in scripts/edge-functions.mjs.
export { default } from './bundle.js';
