import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { bulkByIds, idsMatching, type BulkAnswer, type BulkChange } from '../../../data/bulk.ts';
import { keys } from '../../../data/keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { undoOf } from './undo-of.ts';

/** What is meant: the ids, or everything behind a filter. `known` is what is loaded of it. */
export type Target = { ids: readonly string[] | null; filter: Record<string, string | boolean | undefined>; known: readonly DocumentSummary[] };

const wordOf = { trash: 'documents.done.trash', restore: 'documents.done.restore', delete: 'documents.done.delete', reprocess: 'documents.done.reprocess' } as const;

/** Does one thing to what is selected, tells how it went and offers to take it back. */
export const useBulk = (done: () => void) => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, n, language } = useLanguage();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.documents });
    void queries.invalidateQueries({ queryKey: keys.tags });
    void queries.invalidateQueries({ queryKey: keys.folders });
  };
  const complain = (error: unknown) => {
    toast({ text: wordsOf(error, t, language), tone: 'bad' });
  };
  const takeBack = (steps: readonly { change: BulkChange; ids: readonly string[] }[]) => {
    Promise.all(steps.map(({ change, ids }) => bulkByIds(api, change, ids))).catch(complain).finally(refresh);
  };
  const tell = (change: BulkChange, answer: BulkAnswer, steps: ReturnType<typeof undoOf>) => {
    const key = change.action in wordOf ? wordOf[change.action as keyof typeof wordOf] : 'documents.done.change';
    const failed = answer.failed.length > 0 ? `. ${n('documents.failed', answer.failed.length)}` : '';
    const back = steps && answer.succeeded > 0 ? { action: { label: t('common.undo'), run: () => { takeBack(steps); } } } : {};
    toast({ text: n(key, answer.succeeded) + failed, tone: failed ? 'bad' : 'good', ...back });
  };
  return useMutation({
    mutationFn: async ({ change, target }: { change: BulkChange; target: Target }) => {
      // Everything that matches is named first: only so can exactly that be taken back.
      const ids = target.ids ?? (await idsMatching(api, target.filter));
      return { answer: await bulkByIds(api, change, ids), undo: undoOf(change, ids, target.known) };
    },
    onSuccess: ({ answer, undo }, { change }) => {
      done();
      tell(change, answer, undo);
    },
    onError: complain,
    onSettled: refresh,
  });
};
