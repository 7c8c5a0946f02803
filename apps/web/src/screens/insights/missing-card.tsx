import { Link } from '@tanstack/react-router';
import type { MissingPaper } from '@docuvault/contract/analytics.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { TextKey } from '../../i18n/en.ts';
import { Card } from '../home/card.tsx';

const nameOf = (paper: MissingPaper): TextKey => (paper.subject ? `insights.insurance.${paper.subject}` : `type.${paper.documentType}`);

/** Papers that one would expect beside those that are here. */
export const MissingCard = ({ missing }: { missing: readonly MissingPaper[] }) => {
  const { t } = useLanguage();
  return (
    <Card title={t('insights.missing')}>
      <p className="text-sm text-ink-soft">{t(missing.length === 0 ? 'insights.missing.none' : 'insights.missing.hint')}</p>
      <ul className="mt-1 divide-y divide-line">
        {missing.map((paper) => (
          <li key={`${paper.documentType} ${paper.person ?? ''} ${paper.subject ?? ''}`} className="grid gap-0.5 py-2 text-sm">
            <p className="font-medium">{t(nameOf(paper))}{paper.person && <span className="font-normal text-ink-soft"> · {paper.person}</span>}</p>
            <p className="text-ink-soft">
              {t(`insights.reason.${paper.reason}`)}
              {paper.because.map(({ documentId, title }, i) => <span key={documentId}>{i > 0 ? ', ' : ' '}<Link to="/documents/$documentId" params={{ documentId }} className="underline underline-offset-4">{title}</Link></span>)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
};
