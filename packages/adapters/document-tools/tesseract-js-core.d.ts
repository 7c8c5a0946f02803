/** Tesseract compiled to WASM; comes without declarations. The part of its interface (baseapi.h) that is used here. */
declare module 'tesseract.js-core' {
  type TessBaseAPI = {
    Init(folder: string | null, languages: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; `orientation` as EXIF numbers it, `angle` in radians. 1 when it is no picture. */
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(): string;
    Clear(): void;
  };
  type Core = {
    TessBaseAPI: new () => TessBaseAPI;
    FS: { writeFile(path: string, data: Uint8Array, options?: { canOwn: boolean }): void; unlink(path: string): void };
  };
  function load(options: { TesseractProgress(percent: number): void }): Promise<Core>;
  export = load;
}
