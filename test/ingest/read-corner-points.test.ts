import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCornerPoints } from '../../src/ingest/read-corner-points.ts';

const TRIANGLE = [[112.85, 35.49], [112.9, 35.49], [112.9, 35.55]];
const read = (text: string) => readCornerPoints(text);

describe('readCornerPoints', () => {
  it.each([
    ['decimals', '112.85,35.49\n112.9,35.49\n112.9,35.55'],
    ['latitude first', '35.49,112.85\n35.49,112.9\n35.55,112.9'],
    ['one line', '112.85,35.49;112.9,35.49;112.9,35.55'],
    ['a table from a spreadsheet', '序号\t经度\t纬度\r\n1\t112.85\t35.49\r\n2\t112.9\t35.49\r\n3\t112.9\t35.55\r\n'],
    ['names before them', 'J1 112.85 35.49\nJ2 112.9 35.49\nJ3 112.9 35.55'],
    ['Chinese signs', '界址点1：东经112度51分0秒，北纬35度29分24秒\n界址点2：东经112度54分0秒，北纬35度29分24秒\n界址点3：东经112度54分0秒，北纬35度33分0秒'.replaceAll('：', '、')],
    ['degrees, minutes, seconds', '112°51′00″ 35°29′24″\n112° 54′ 00″ 35° 29′ 24″\n112°54′00″, 35°33′00″'],
    ['sides of the globe', 'N35°29′24″ E112°51′00″\nN35°29′24″ E112°54′00″\nN35°33′00″ E112°54′00″'],
    ['parts in columns', '1\t112\t51\t0\t35\t29\t24\n2\t112\t54\t0\t35\t29\t24\n3\t112\t54\t0\t35\t33\t0'],
    ['brackets', '(112.85, 35.49) (112.9, 35.49) (112.9, 35.55)'],
    ['the first corner again at the end', '112.85,35.49\n112.9,35.49\n112.9,35.55\n112.85,35.49'],
  ])('reads %s', (_, text) => {
    const { corners, problems } = read(text);
    expect(problems).toEqual([]);
    expect(corners).toEqual(TRIANGLE);
  });

  it('says which axis stood first, and which lines hold no coordinate', () => {
    expect(read('纬度 经度\n35.49 112.85')).toMatchObject({ order: 'lat-lng', ignored: [1] });
    expect(read('')).toEqual({ corners: [], order: null, ignored: [], problems: [] });
  });

  it('names what it cannot read, and never guesses', () => {
    expect(read('112.85,35.49\n112.9\n12.9,35.55').problems).toEqual([
      { code: 'corner-unreadable', line: 2, text: '112.9' },
      { code: 'corner-unreadable', line: 3, text: '12.9,35.55' },
    ]);
    expect(read('112.85,35.49\n112.9,35.49\n35.55,112.9').problems).toEqual([{ code: 'corner-order-mixed', line: 3, text: '35.55,112.9' }]);
    expect(read('112°61′00″ 35°29′24″').problems).toHaveLength(1);
  });

  it('converts from the system that was named, and says what is not of it', () => {
    const shifted = readCornerPoints('112.85,35.49\n113,35', (x, y) => (x > 112.9 ? null : [x - 0.01, y]));
    expect(shifted.corners).toEqual([[112.85 - 0.01, 35.49]]);
    expect(shifted.problems).toEqual([{ code: 'corner-outside-system', line: 2, text: '113,35' }]);
  });

  it('hands metres of a grid on as they stand', () => {
    const seen: number[][] = [];
    readCornerPoints('1,3928400.12,38395000.5', (x, y) => (seen.push([x, y]), [112, 35]));
    expect(seen).toEqual([[3928400.12, 38395000.5]]);
  });

  it('conserves lines: each non-blank one is read, ignored or a problem; never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('112.8 35.4', '35.4 112.8', 'J1', '112°51′')), { maxLength: 12 }), (lines) => {
        const clean = lines.map((line) => line.replaceAll(/[\r\n]/gu, ' '));
        const { ignored, problems, corners } = read(clean.join('\n'));
        const blank = clean.filter((line) => line.trim() === '').length;
        const spoken = new Set([...ignored, ...problems.map(({ line }) => line)]).size;
        expect(clean.length - blank - spoken <= corners.length + 1).toBe(true);
      }),
    );
  });
});
