/** Which part of a picture is kept: `zoom` 1 shows the whole of its shorter side; `x` and `y`, −1 to 1, say how far the square is moved to an edge. */
export type Crop = { zoom: number; x: number; y: number };

export type Square = { left: number; top: number; side: number };

/** The square of the picture that a crop keeps, in its own pixels; always inside it. */
export const squareOf = (width: number, height: number, { zoom, x, y }: Crop): Square => {
  const side = Math.min(width, height) / Math.max(1, zoom);
  const within = (whole: number, at: number) => ((whole - side) / 2) * (1 + Math.max(-1, Math.min(1, at)));
  return { left: within(width, x), top: within(height, y), side };
};

const sidePx = 512;
const quality = 0.86;

/** Draws what a crop keeps onto a canvas of any size. */
export const drawCrop = (canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void => {
  const { left, top, side } = squareOf(picture.width, picture.height, crop);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height);
};

/** The cropped picture at 512 × 512, encoded anew: whatever the file said of place and camera stays here. WebP, or JPEG where the browser writes none. */
export const encodeCrop = async (picture: ImageBitmap, crop: Crop): Promise<Blob> => {
  const canvas = document.createElement('canvas');
  canvas.width = sidePx;
  canvas.height = sidePx;
  drawCrop(canvas, picture, crop);
  const encode = (type: string) => new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, type, quality); });
  const webp = await encode('image/webp');
  const blob = webp?.type === 'image/webp' ? webp : await encode('image/jpeg');
  if (!blob) throw new Error('the picture could not be encoded');
  return blob;
};
