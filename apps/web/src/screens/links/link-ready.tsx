import type { LinkMade } from '../../data/links.ts';
import { linkUrl } from '../../data/links.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';

/** A link that was just made, to be copied now or never. */
export const LinkReady = ({ link, onAgain }: { link: LinkMade; onAgain?: () => void }) => {
  const { t } = useLanguage();
  return (
    <div className="grid gap-3 rounded-card border border-accent bg-accent-wash p-4">
      <p role="status" className="font-semibold text-accent-strong">{t('link.made')}</p>
      <p className="text-sm">{t('link.madeHint')}</p>
      <CopyField label={t('link.address')} value={linkUrl(link)} action={t('link.copy')} />
      {onAgain && <div><Button small onClick={onAgain}>{t('link.again')}</Button></div>}
    </div>
  );
};
