/** A printed paper: paragraphs and tables below headings. Texts may be in Latin or Devanagari letters. */
export type Sheet = {
  title: string;
  subtitle: string;
  sections: { heading: string; paragraphs?: string[]; table?: { columns: string[]; rows: string[][] } }[];
  footer: string;
};

/** Prints a sheet as a PDF for A4, without reaching for anything outside. */
export type SheetPrinter = { print(sheet: Sheet): Promise<Uint8Array> };
