import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/map/labels/wrap-text.ts';

/** Han characters are twice as wide as the rest. */
const measure = (text: string): number => Array.from(text).reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 10 : 5), 0);

describe('wrapText', () => {
  it('leaves a short name alone', () => {
    expect(wrapText('晋城市', 100, measure)).toEqual(['晋城市']);
  });

  it('breaks Chinese into even lines, with no lost character', () => {
    expect(wrapText('国家电投焦作丹河电发厂', 100, measure)).toEqual(['国家电投焦作', '丹河电发厂']);
  });

  it('breaks English between words', () => {
    expect(wrapText('Yangcheng power station', 80, measure)).toEqual(['Yangcheng power', 'station']);
  });

  it('keeps a number with what it counts in one piece, and closing signs off the beginning of a line', () => {
    expect(wrapText('热电厂(2x300MW)', 60, measure).every((line) => !line.startsWith(')'))).toBe(true);
    expect(wrapText('一二三四五,六七八九', 50, measure)[0]).toBe('一二三四五,');
  });

  it('keeps every letter', () => {
    const text = '北留周村工业园区 (two counties)';
    expect(wrapText(text, 50, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
