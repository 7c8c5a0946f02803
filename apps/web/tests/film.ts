const width = 640;
const height = 480;
/** The corners of the paper, clockwise from the top left. */
const corners = [[180, 40], [450, 55], [500, 440], [130, 425]] as const;

const inside = (x: number, y: number): boolean =>
  corners.every(([fromX, fromY], index) => {
    const [toX, toY] = corners[(index + 1) % 4]!;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) >= 0;
  });

/** A film in which a white paper with lines of writing lies askew on a dark table (YUV4MPEG2, two frames). */
export const filmOfPaper = (): Buffer => {
  const light = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isWritten = y % 24 < 5 && x % 17 < 11 && x > 210 && x < 430 && y > 80 && y < 400;
      light[y * width + x] = inside(x, y) ? (isWritten ? 50 : 220) : 60 + ((x * 7 + y * 13) % 11);
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420mpeg2\n`), frame, frame]);
};
