import { Check, Copy, Cpu, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { ChatMessage } from '@docuvault/contract/chat.ts';
import { useToast } from '../../app/toasts.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';

/** Below an answer: whether it stands in the documents, who gave it, and a way to take it along. */
export const AnswerNote = ({ message }: { message: Pick<ChatMessage, 'content' | 'grounded' | 'provider' | 'model'> }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const [copied, setCopied] = useState(false);
  const { content, grounded, provider, model } = message;
  const copy = () => {
    navigator.clipboard.writeText(content).then(
      () => {
        setCopied(true);
        setTimeout(() => { setCopied(false); }, 2_000);
      },
      () => { toast({ text: t('common.wrong'), tone: 'bad' }); },
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-faint">
      {grounded === false && <span className="inline-flex items-center gap-1.5 rounded-full bg-warn-wash px-2 py-0.5 font-medium text-warn"><SearchX size={13} aria-hidden />{t('chat.ungrounded')}</span>}
      {provider && <span className="inline-flex items-center gap-1.5"><Cpu size={13} aria-hidden />{provider === 'local' ? t('chat.local') : t('chat.by', { who: model ? `${provider} · ${model}` : provider })}</span>}
      <IconButton label={copied ? t('common.copied') : t('chat.copy')} className="-my-1 size-8" onClick={copy}>{copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}</IconButton>
    </div>
  );
};
