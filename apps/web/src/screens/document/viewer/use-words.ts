import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PageWords } from '@docuvault/core/page-words.ts';
import { useApi } from '../../../app/session.tsx';
import { wordsQuery } from '../../../data/documents.ts';
import { boxesOfWords, type Box } from './boxes.ts';
import { findWords } from './find-words.ts';
import type { Focus } from './focus.ts';

const none: readonly Box[] = [];

/** The recognised words of a page, once they are `wanted`, and the boxes of what the focus asks for. Null until they are there, and where none are kept. */
export const useWords = (id: string, version: number, page: number, wanted: boolean, focus: Focus | null): { words: PageWords | null; boxes: readonly Box[]; settled: boolean } => {
  const { data, isFetched, fetchStatus } = useQuery({ ...wordsQuery(useApi(), id, version, page), enabled: wanted });
  const words = data && data.words.length > 0 ? data : null;
  const boxes = useMemo(() => (words && focus ? boxesOfWords(words, findWords(words.words.map(({ text }) => text), focus.wanted, focus.loose)) : none), [words, focus]);
  return { words, boxes, settled: isFetched || fetchStatus === 'paused' };
};
