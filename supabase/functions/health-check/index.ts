// The bundle is made by `npm run build:functions` from apps/edge/health-check.ts.
export { default } from './bundle.js';
