import type { Case } from './case.ts';
import { text } from './rows.ts';

/** One column of cells beside a name, as a ledger. */
function column(header: string, cells: readonly string[]): string {
  return text([['名称', header], ...cells.map((cell, k) => [`${k + 1}号炉`, cell])]);
}

/** Cells as people write them. */
export const valueCases: readonly Case[] = [
  { file: 'sizes.csv', about: 'sizes with units', bytes: column('吨位', ['35', '35t/h', '35蒸吨', '３５', '35吨/小时', ' 35 ', '1,000', '0.5t']), expect: [8, 8, 0, 0] },
  { file: 'sizes-bounded.csv', about: 'bounds and ranges are no sizes', bytes: column('吨位', ['≤4', '<10t/h', '不大于10蒸吨', '4蒸吨以下', '20-35', '35蒸吨及以上', '10～20蒸吨']), expect: [7, 7, 0, 0], codes: ['capacity-bounded'] },
  { file: 'sizes-groups.csv', about: 'several units in one cell', bytes: column('吨位(t/h)', ['2台35蒸吨', '2×35t/h', '35蒸吨2台', '3台×10', '35蒸吨（2台）']), expect: [5, 5, 0, 0], codes: ['group-row-read'] },
  { file: 'sizes-groups-split.csv', about: 'several units in one cell, each a record', bytes: column('吨位(t/h)', ['2台35蒸吨', '10']), options: { groups: 'split' }, expect: [2, 2, 0, 0], codes: ['group-row-read'] },
  { file: 'sizes-bad.csv', about: 'sizes that can be read in two ways, or in none', bytes: column('吨位', ['20+35', '2×35', '约35', '-4', '2台共70蒸吨', '7MW']), expect: [6, 0, 6, 0], codes: ['unit-conflict', 'capacity-negative'] },
  { file: 'sizes-mw.csv', about: 'sizes in MW', bytes: column('额定热功率(MW)', ['24.5', '7', '1.4MW']), expect: [3, 3, 0, 0] },
  { file: 'sizes-wan-kw.csv', about: 'sizes in 万千瓦', bytes: column('容量(万千瓦)', ['2.45', '0.7']), expect: [2, 2, 0, 0] },
  { file: 'sizes-kg.csv', about: 'kilograms under a header of tons', bytes: column('吨位', ['4000', '10000', '0']), expect: [3, 3, 0, 0], codes: ['capacity-unlikely', 'capacity-zero'] },
  { file: 'sizes-unknown-unit.csv', about: 'a unit that nobody knows', bytes: column('容量(万大卡)', ['600', '120']), expect: [2, 2, 0, 0], codes: ['unit-unknown'] },
  { file: 'sizes-unsure-unit.csv', about: 'a header without a unit', bytes: column('容量', ['10', '24.5MW']), expect: [2, 2, 0, 0], codes: ['unit-assumed'] },
  { file: 'fuels.csv', about: 'words for fuels', bytes: column('燃料', ['烟煤', '型煤', '兰炭', '天然气', '生物质颗粒', '煤层气', '瓦斯', '水煤浆', '轻柴油', '电', '醇基燃料', '煤矸石', '无烟煤']), expect: [13, 13, 0, 0] },
  { file: 'fuels-mixed.csv', about: 'several fuels, and one nobody knows', bytes: column('燃料', ['煤+天然气', '烟煤、兰炭', '煤（烟煤）', '核能']), expect: [4, 4, 0, 0], codes: ['fuel-mixed', 'word-unreadable'] },
  { file: 'flags.csv', about: 'yes and no in many words', bytes: column('是否超低排放', ['是', '否', '有', '无', '√', '×', 'Y', '未安装', '部分', '—']), expect: [10, 10, 0, 0], codes: ['word-unreadable'] },
  { file: 'statuses.csv', about: 'states of a plant', bytes: column('运行状态', ['在用', '备用', '已拆除', '停用', '在建', '报停']), expect: [6, 6, 0, 0] },
  { file: 'statuses-in-use.csv', about: '是否在用', bytes: column('是否在用', ['是', '否']), expect: [2, 2, 0, 0] },
  { file: 'kinds.csv', about: 'kinds that name their fuel', bytes: column('锅炉类型', ['燃煤锅炉', '燃气热水锅炉', '生物质锅炉', '煤气发生炉', '热风炉', '茶水炉']), expect: [6, 6, 0, 0], codes: ['fuel-from-kind'] },
  { file: 'blanks.csv', about: 'cells that say nothing', bytes: column('吨位', ['', '-', '—', '/', '未知', '不详', 'N/A', '　']), expect: [8, 8, 0, 0] },
  { file: 'pair.csv', about: 'both coordinates in one cell', bytes: text([['名称', '坐标'], ['a', '112.85,35.49'], ['b', '112.85，35.49'], ['c', '(112.85 35.49)'], ['d', '112°51′E，35°29′N'], ['e', '112.85']]), expect: [5, 4, 1, 0], codes: ['coordinate-unreadable'] },
  { file: 'pair-in-lon.csv', about: 'both coordinates in the first of two columns', bytes: text([['名称', '经度', '纬度'], ['a', '112.85,35.49', ''], ['b', '112.85', '35.49']]), expect: [2, 2, 0, 0] },
  { file: 'dms.csv', about: 'degrees, minutes, seconds', bytes: text([['名称', '经度', '纬度'], ['a', '112°51′0″', '35°29′24″'], ['b', '东经112度51分', '北纬35度29分24秒'], ['c', '112°60′', '35°29′']]), expect: [3, 2, 1, 0], codes: ['coordinate-dms-range'] },
  { file: 'dms-columns.csv', about: 'degrees, minutes, seconds in three columns each', bytes: text([['名称', '经度(度)', '经度(分)', '经度(秒)', '纬度(度)', '纬度(分)', '纬度(秒)'], ['a', '112', '51', '0', '35', '29', '24'], ['b', '112', '51', '', '35', '29.4', ''], ['c', '112', '75', '0', '35', '29', '0']]), expect: [3, 2, 1, 0], codes: ['coordinate-dms-range'] },
  { file: 'dms-two-rows.csv', about: 'the same under a header of two rows', bytes: '名称,经度,,,纬度,,\n,度,分,秒,度,分,秒\na,112,51,0,35,29,24\n', expect: [1, 1, 0, 0] },
  { file: 'degrees-header.csv', about: 'a header that says degrees', bytes: text([['名称', '经度(°)', '纬度(°)'], ['a', '112.85', '35.49']]), expect: [1, 1, 0, 0] },
  { file: 'one-coordinate.csv', about: 'a coordinate without the other', bytes: text([['名称', '经度', '纬度'], ['a', '112.85', ''], ['b', '', '35.49'], ['c', '', '']]), expect: [3, 1, 2, 0], codes: ['coordinate-incomplete', 'no-location'] },
  { file: 'zero-coordinates.csv', about: 'coordinates of zero, and abroad', bytes: text([['名称', '经度', '纬度'], ['a', '0', '0'], ['b', '-0.1276', '51.5072'], ['c', '112.85', '95']]), expect: [3, 2, 1, 0], codes: ['coordinate-zero', 'coordinate-outside-china', 'coordinate-out-of-range'] },
  { file: 'counties.csv', about: 'names of counties', bytes: column('所在县(市、区)', ['泽州县', '泽州', '晋城市泽州县', '山西省晋城市高平市', '城区', '开发区', '泽州县大阳镇', '晋城市']), expect: [8, 8, 0, 0], codes: ['unknown-county'] },
  { file: 'division-codes.csv', about: 'codes of divisions', bytes: column('行政区划代码', ['140525', '140525101', '140525.0', '1405', '']), expect: [5, 5, 0, 0], codes: ['division-code-unreadable'] },
  { file: 'wrong-county.csv', about: 'a point in another county', bytes: text([['名称', '县区', '经度', '纬度'], ['a', '高平市', '112.45', '35.48'], ['b', '阳城县', '112.41', '35.48']]), expect: [2, 2, 0, 0], codes: ['position-outside-county'] },
  { file: 'credit-codes.csv', about: 'credit codes: sound, mistyped, short, rounded', bytes: column('统一社会信用代码', ['91140500MA0GABCD1J', '91140500MA0GABCD1X', '911405', '9.1140500E+17', '91140500MA0GIBCD1J']), expect: [5, 5, 0, 0], codes: ['credit-code-check', 'credit-code-length', 'credit-code-damaged', 'credit-code-sign'] },
  { file: 'same-id.csv', about: 'one id on two rows', bytes: text([['编号', '名称'], ['1', 'a'], ['2', 'b'], ['1', 'c']]), expect: [3, 3, 0, 0], codes: ['duplicate-id'] },
  { file: 'same-place.csv', about: 'one name twice within 50 m', bytes: text([['编号', '名称', '经度', '纬度'], ['1', '1号炉', '112.85', '35.49'], ['2', '1号炉', '112.8502', '35.4901'], ['3', '1号炉', '112.86', '35.49']]), expect: [3, 3, 0, 0], codes: ['duplicate-nearby'] },
  { file: 'totals.csv', about: 'lines of totals', bytes: text([['序号', '单位名称', '县区', '吨位'], ['1', 'a', '泽州县', '10'], ['', '泽州县小计', '', '10'], ['2', 'b', '高平市', '4'], ['合计', '', '', '14'], ['总计：', '', '', '14'], ['合计（2台）', '', '', '14']]), expect: [6, 2, 0, 4], codes: ['row-of-totals'] },
  { file: 'blank-rows.csv', about: 'blank rows, a repeated header, a remark', bytes: '序号,名称,吨位,备注\n1,a,10,\n\n,,,\n2,,,\n序号,名称,吨位,备注\n,,,制表人\n3,b,4,\n', expect: [7, 2, 0, 5], codes: ['row-blank', 'row-repeats-header', 'row-without-content'] },
  { file: 'carried-down.csv', about: 'a firm that stands once over its boilers', bytes: text([['序号', '单位名称', '县区', '锅炉编号', '吨位'], ['1', '甲厂', '泽州县', 'A1', '10'], ['', '', '', 'A2', '10'], ['', '', '', 'A3', '4'], ['2', '乙厂', '高平市', 'B1', '2'], ['', '', '', 'B2', '2']]), expect: [5, 5, 0, 0], codes: ['cells-carried-down'] },
  { file: 'not-carried-down.csv', about: 'a firm that is missing in a row with its own number', bytes: text([['序号', '单位名称', '锅炉编号', '吨位'], ['1', '甲厂', 'A1', '10'], ['2', '', 'A2', '10'], ['3', '乙厂', 'B1', '4']]), expect: [3, 3, 0, 0] },
  { file: 'not-grouped.csv', about: 'firms repeated row by row, and one blank', bytes: text([['单位名称', '锅炉编号', '吨位'], ['甲厂', 'A1', '10'], ['甲厂', 'A2', '10'], ['', 'A3', '10'], ['乙厂', 'B1', '4']]), expect: [4, 4, 0, 0] },
  { file: 'columns-agree.csv', about: 'two columns of one meaning', bytes: text([['名称', '吨位', '蒸吨'], ['a', '35', '35'], ['b', '10', ''], ['c', '35', '20'], ['d', '2', '2'], ['e', '4', '4']]), expect: [5, 4, 1, 0], codes: ['columns-disagree'] },
  { file: 'columns-question.csv', about: 'two columns of one meaning that mostly differ', bytes: text([['名称', '吨位', '蒸吨'], ['a', '35', '20'], ['b', '10', '6'], ['c', '35', '20'], ['d', '2', '1']]), expect: 'columns-question' },
  { file: 'alike.csv', about: 'names that are nearly known', bytes: text([['编号', '名称', '锅炉吨位数', '燃料消耗量', '主要燃料类型'], ['1', 'a', '35', '1200', '煤']]), expect: [1, 1, 0, 0], codes: ['column-alike', 'columns-unknown'] },
  { file: 'mapped.csv', about: 'the same with the columns confirmed', bytes: text([['编号', '名称', '锅炉吨位数', '燃料消耗量', '主要燃料类型'], ['1', 'a', '24.5', '1200', '煤']]), options: { mapping: 'mapped.json' }, expect: [1, 1, 0, 0] },
  { file: 'count-column.csv', about: 'counts in a column', bytes: text([['名称', '吨位', '台数'], ['a', '10', '2台'], ['b', '10', '0'], ['c', '2台10蒸吨', '3']]), expect: [3, 1, 2, 0], codes: ['count-invalid', 'columns-disagree'] },
  { file: 'full-width.csv', about: 'full-width digits and signs', bytes: text([['名称', '吨位（ｔ／ｈ）', '经度', '纬度'], ['ａ', '３５', '１１２．８５', '３５．４９']]), expect: [1, 1, 0, 0] },
  { file: 'english.csv', about: 'canonical English names', bytes: 'id,name,enterprise,kind,fuel,capacityTph,use,status,county,lon,lat\n1,a,b,boiler,coal,35,heating,inUse,Zezhou,112.85,35.49\n', expect: [1, 1, 0, 0] },
];
