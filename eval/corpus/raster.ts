import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Eight-bit RGB, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** Renders every page of a PDF at a resolution. */
export async function rasterise(pdf: Buffer, dpi: number): Promise<Picture[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    const pictures: Picture[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({ scale: dpi / 72, render: 'bitmap' });
      const rgb = new Uint8Array(width * height * 3);
      for (let from = 0, to = 0; from < width * height * 4; from += 4, to += 3) {
        rgb[to] = data[from]!;
        rgb[to + 1] = data[from + 1]!;
        rgb[to + 2] = data[from + 2]!;
      }
      pictures.push({ width, height, data: rgb });
    }
    document.destroy();
    return pictures;
  } finally {
    library.destroy();
  }
}
