/**
 * Variables that the guide names and this version makes no use of: models of Hugging Face, anchors and monitoring by others
 * are not part of it, Stripe's own page needs no publishable key, and Google has switched off the API of FIREBASE_SERVER_KEY.
 */
const unused = [
  'HUGGINGFACE_API_KEY', 'GOOGLE_CLOUD_PROJECT_ID',
  'STRIPE_PUBLISHABLE_KEY',
  'CHAINLINK_API_KEY', 'ETHEREUM_RPC_URL', 'SENTRY_DSN', 'DATADOG_API_KEY', 'FIREBASE_SERVER_KEY',
];

/** Those of them that are set: whoever set one expects something of it, and is told at the start that nothing comes. */
export const unusedVariables = (env: Record<string, string | undefined>): string[] => unused.filter((name) => env[name]);
