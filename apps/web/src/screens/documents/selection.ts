/** What is chosen: documents by id, or everything that the filter matches, also what is not loaded yet. */
export type Selection = { ids: ReadonlySet<string>; all: boolean; anchor: string | null };

export const nothing: Selection = { ids: new Set(), all: false, anchor: null };

export const isSelected = (selection: Selection, id: string): boolean => selection.all || selection.ids.has(id);
export const isEmpty = (selection: Selection): boolean => !selection.all && selection.ids.size === 0;

/**
 * Turns one document over, or with `range` gives everything from the last one turned to this one the same state.
 * Turning one over while everything is selected leaves the other loaded ones selected.
 */
export const toggle = (selection: Selection, loaded: readonly string[], id: string, range = false): Selection => {
  const before = selection.all ? new Set(loaded) : selection.ids;
  const on = !before.has(id);
  const from = range && selection.anchor ? loaded.indexOf(selection.anchor) : -1;
  const to = loaded.indexOf(id);
  const span = from < 0 || to < 0 ? [id] : loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
  const ids = new Set(before);
  for (const one of span) {
    if (on || (range && from >= 0)) ids.add(one);
    else ids.delete(one);
  }
  return { ids, all: false, anchor: id };
};

/** Everything that is loaded. */
export const selectLoaded = (loaded: readonly string[]): Selection => ({ ids: new Set(loaded), all: false, anchor: null });
export const selectAll: Selection = { ids: new Set(), all: true, anchor: null };
