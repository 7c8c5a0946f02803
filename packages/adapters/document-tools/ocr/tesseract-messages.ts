/** What the engine's thread is asked: to read a picture (a file of Netpbm's), or with null only to load the languages. Requests are served in turn. */
export type EngineRequest = {
  id: number;
  /** Tesseract's codes, the first weighing most; read at once. */
  languages: readonly string[];
  /** Where the data of each lie, gzipped. */
  data: readonly { code: string; file: string }[];
  /** Tesseract's page segmentation mode. */
  mode: string;
  picture: Uint8Array | null;
};

export type EngineAnswer = { id: number; tsv: string } | { id: number; error: string };
