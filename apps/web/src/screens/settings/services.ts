import type { Translate } from '../../i18n/language.tsx';

const names: Readonly<Record<string, string>> = { openai: 'OpenAI', anthropic: 'Anthropic', google_translate: 'Google Translate', google_vision: 'Google Cloud Vision' };

/** How a service outside is called. */
export const serviceName = (provider: string, t: Translate): string =>
  provider.split(', ').map((one) => names[one] ?? (one === 'openai_compatible' ? t('models.server') : one)).join(', ');
