/** 省, 市, 县, 区: endings that a short form leaves out (高平 for 高平市, but 城区 stays whole). */
export function withoutDivisionSuffix(name: string): string {
  const bare = name.replace(/[省市县区]$/u, '');
  return bare.length >= 2 ? bare : name;
}

/** zezhoucounty is zezhou; what stands in brackets explains the name. Takes folded text. */
export function bareEnglishName(name: string): string {
  return name.replace(/\(.*\)$/u, '').replace(/(?:county|district|city|prefecture|province)$/u, '');
}

/** GB/T 2260: the provinces by the first two digits of a code, in full. */
const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市', 12: '天津市', 13: '河北省', 14: '山西省', 15: '内蒙古自治区', 21: '辽宁省', 22: '吉林省', 23: '黑龙江省', 31: '上海市',
  32: '江苏省', 33: '浙江省', 34: '安徽省', 35: '福建省', 36: '江西省', 37: '山东省', 41: '河南省', 42: '湖北省', 43: '湖南省', 44: '广东省',
  45: '广西壮族自治区', 46: '海南省', 50: '重庆市', 51: '四川省', 52: '贵州省', 53: '云南省', 54: '西藏自治区', 61: '陕西省', 62: '甘肃省',
  63: '青海省', 64: '宁夏回族自治区', 65: '新疆维吾尔自治区',
};

/** The province of a code, as it may stand before the names of its places: 山西省, 山西. */
export function provinceNames(code: string): readonly string[] {
  const full = PROVINCES[code.slice(0, 2)];
  return full === undefined ? [] : [full, full.replace(/省|市|(?:壮族|回族|维吾尔)?自治区/u, '')];
}
