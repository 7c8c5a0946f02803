import { describe, expect, it } from 'vitest';
import { squareOf } from './picture.ts';

describe('cropping a picture', () => {
  it('keeps the middle of the whole shorter side to begin with', () => {
    expect(squareOf(400, 200, { zoom: 1, x: 0, y: 0 })).toEqual({ left: 100, top: 0, side: 200 });
  });

  it('never leaves the picture, however far it is moved', () => {
    expect(squareOf(400, 200, { zoom: 2, x: 5, y: -5 })).toEqual({ left: 300, top: 0, side: 100 });
    expect(squareOf(100, 100, { zoom: 0.2, x: 1, y: 1 })).toEqual({ left: 0, top: 0, side: 100 });
  });
});
