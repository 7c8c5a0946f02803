/**
 * Functions that run on the edge: one line each. The room `packages/vault/<name>/<name>.routes.ts` exports
 * `<name in camel case>Room`; where apps/edge/<name>.ts is there, that is the entry instead.
 */
export const edgeFunctions = [
  'account',
  'ai-chat',
  'analytics-engine',
  'document-processor',
  'document-upload',
  'documents',
  'family-vault',
  'health-check',
  'reminder-engine',
  'search-engine',
  'subscription-manager',
  'translation-service',
];
