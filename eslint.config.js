import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'eval/.corpus/**', '.docuvault/**', 'supabase/functions/*/bundle.js'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only, except where a tool wants a default.' }],
    },
  },
  { files: ['**/*.config.{js,ts}', 'supabase/functions/**', 'apps/edge/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**'], languageOptions: { globals: { fetch: 'readonly', AbortSignal: 'readonly' } } },
);
