import type { DocumentSummary } from '@docuvault/contract/document.ts';

/** What a row or a card needs of the list around it. */
export type ItemProps = {
  document: DocumentSummary;
  index: number;
  selected: boolean;
  active: boolean;
  trashed: boolean;
  /** While anything is selected, a click selects instead of opening. */
  selecting: boolean;
  onToggle(index: number, range: boolean): void;
  onFocus(index: number): void;
};
