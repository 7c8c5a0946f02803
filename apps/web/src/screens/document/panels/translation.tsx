import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { LanguageModelsConsent } from '@docuvault/contract/account.ts';
import { useApi } from '../../../app/session.tsx';
import { languagesQuery, useTranslate } from '../../../data/models.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { refusalWords } from '../../../i18n/refusals.ts';
import { Button } from '../../../ui/button.tsx';
import { serviceName } from '../../settings/services.ts';

/** The document's text in another language, by the services that its reader agreed to. `pages` are the numbers of the pages of its text. */
export const Translation = ({ id, pages, consent }: { id: string; pages: readonly number[]; consent: LanguageModelsConsent }) => {
  const { t, language } = useLanguage();
  const { data: languages = [] } = useQuery(languagesQuery(useApi()));
  const [into, setInto] = useState<string>(language);
  const translate = useTranslate(id);
  const select = useId();
  const hosts = consent.host;
  const nameOf = (code: string) => languages.find((one) => one.code === code)?.nativeName ?? code;
  const { data: answer } = translate;
  return (
    <section aria-label={t('translate.title')} className="grid gap-3 rounded-card border border-line bg-paper p-4">
      {consent.granted ? (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <label htmlFor={select} className="text-sm text-ink-soft">{t('translate.into')}</label>
            <select id={select} value={into} onChange={(event) => { setInto(event.target.value); }} className="min-h-9 min-w-0 max-w-48 grow rounded-control border border-line-strong bg-surface px-2 text-sm text-ink">
              {languages.map(({ code, nativeName }) => <option key={code} value={code} lang={code}>{nativeName}</option>)}
            </select>
            <Button small kind="primary" disabled={translate.isPending || languages.length === 0} onClick={() => { translate.mutate(into); }}>{t(translate.isPending ? 'translate.busy' : 'translate.start')}</Button>
          </div>
          <p className="text-xs break-words text-ink-soft">{t('translate.goes', { hosts })}</p>
        </>
      ) : (
        <p className="text-sm break-words">
          {t('translate.consent', { hosts })} <Link to="/settings" search={{ section: 'security' }} className="font-medium text-accent underline underline-offset-4">{t('translate.settings')}</Link>
        </p>
      )}
      {translate.isError && <p role="alert" className="text-sm text-bad">{refusalWords(translate.error, t, language)}</p>}
      {answer && (
        <div role="status" className="grid gap-3 border-t border-line pt-3">
          <p className="text-xs text-ink-soft">
            {answer.provider === 'local' ? t('translate.same') : t('translate.by', { service: serviceName(answer.provider, t), language: answer.sourceLanguage === 'und' ? '…' : nameOf(answer.sourceLanguage) })}
            {answer.cached && ` ${t('translate.cached')}`}
          </p>
          {answer.translation.split('\f').map((text, k) => (
            <article key={pages[k] ?? k} lang={answer.targetLanguage} dir="auto" className="text-sm leading-6 break-words whitespace-pre-wrap">
              <p className="mb-1 text-xs font-medium text-ink-faint">{t('viewer.page', { page: pages[k] ?? k + 1 })}</p>
              {text}
            </article>
          ))}
          <div><Button small kind="quiet" onClick={() => { translate.reset(); }}>{t('translate.close')}</Button></div>
        </div>
      )}
    </section>
  );
};
