/** How long a copied identity number stays in the clipboard. */
export const clipboardSeconds = 45;

/** Copies a value, and takes it out of the clipboard again after a while where the browser allows it. */
export const copySecret = async (value: string): Promise<void> => {
  await navigator.clipboard.writeText(value);
  setTimeout(() => {
    // Reading back would ask the person for a permission: writing an empty text needs none while the page has the focus.
    navigator.clipboard.writeText('').catch(() => undefined);
  }, clipboardSeconds * 1_000);
};
