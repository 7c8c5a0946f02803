declare module 'word-extractor' {
  type Options = { filterUnicode?: boolean; includeFooters?: boolean };
  type Extracted = {
    getBody(options?: Options): string;
    getHeaders(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    getTextboxes(options?: Options): string;
  };
  class WordExtractor {
    extract(source: string | Buffer): Promise<Extracted>;
  }
  export = WordExtractor;
}
