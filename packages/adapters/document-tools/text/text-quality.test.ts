import { describe, expect, it } from 'vitest';
import { judgeText } from './text-quality.ts';

describe('a text layer is judged by what it says', () => {
  it('finds nothing odd in ordinary papers', () => {
    expect(judgeText('Invoice INV/2023/03/0008 for GSTIN 06AABCO6063D1ZQ, total Rs 1,939.00, see www.oyo.com or write to a.b@example.com').odd).toBe(0);
    expect(judgeText('आधार मेरी पहचान, भारत सरकार').odd).toBe(0);
  });
  it('sees that a bad recognition is bad', () => {
    expect(judgeText('toi n»Bfl. iseorty ttsrootj JMBWeil A&s-oeiete© Calif&rr-.la. 3s«»teership s*r;tiiR»').odd).toBeGreaterThan(0.3);
  });
  it('sees characters that no font explains', () => {
    expect(judgeText('\ue001\ue002\ue003\ue004 \ufffd\ufffd\ufffd').garbage).toBe(1);
  });
});
