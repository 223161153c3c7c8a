import type { Lang } from './lang.ts';

/** Names of the divisions that documents speak of, by GB/T 2260 code. */
const NAMES: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '000000': { zh: '全国', en: 'the whole country' },
  '140000': { zh: '山西省', en: 'Shanxi' },
  '140100': { zh: '太原市', en: 'Taiyuan' },
  '140200': { zh: '大同市', en: 'Datong' },
  '140214': { zh: '云冈区', en: 'Yungang' },
  '140215': { zh: '云州区', en: 'Yunzhou' },
  '140226': { zh: '左云县', en: 'Zuoyun' },
  '140300': { zh: '阳泉市', en: 'Yangquan' },
  '140302': { zh: '阳泉市城区', en: 'Yangquan city district' },
  '140303': { zh: '阳泉市矿区', en: 'Yangquan mining district' },
  '140311': { zh: '阳泉市郊区', en: 'Yangquan suburban district' },
  '140321': { zh: '平定县', en: 'Pingding' },
  '140322': { zh: '盂县', en: 'Yu county' },
  '140400': { zh: '长治市', en: 'Changzhi' },
  '140500': { zh: '晋城市', en: 'Jincheng' },
  '140502': { zh: '晋城市城区', en: 'Jincheng city district' },
  '140521': { zh: '沁水县', en: 'Qinshui' },
  '140522': { zh: '阳城县', en: 'Yangcheng' },
  '140524': { zh: '陵川县', en: 'Lingchuan' },
  '140525': { zh: '泽州县', en: 'Zezhou' },
  '140581': { zh: '高平市', en: 'Gaoping' },
  '140600': { zh: '朔州市', en: 'Shuozhou' },
  '140700': { zh: '晋中市', en: 'Jinzhong' },
  '140800': { zh: '运城市', en: 'Yuncheng' },
  '140900': { zh: '忻州市', en: 'Xinzhou' },
  '141000': { zh: '临汾市', en: 'Linfen' },
  '141100': { zh: '吕梁市', en: 'Lüliang' },
};

/** The name of a division; a code that no embedded document uses speaks for itself. */
export function placeName(lang: Lang, code: string): string {
  return Object.hasOwn(NAMES, code) ? (NAMES[code]?.[lang] ?? code) : code;
}
