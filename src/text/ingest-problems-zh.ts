import { crsName } from './crs-names.ts';
import type { IngestSentences } from './ingest-problem-params.ts';

const cell = (p: { readonly column: string; readonly value: string }) => `“${p.column}”列的“${p.value}”`;
const crs = (name: string) => crsName('zh', name);
const fit = (p: { readonly inside: number; readonly tested: number }) => (p.tested === 0 ? '没有可供核对的县界' : `${p.tested} 个点中有 ${p.inside} 个落在所写的县内`);

export const ingestProblemsZh: IngestSentences = {
  'text-cut-off': (p) => `${p.file} 在一个字的中间断开，文件可能没有传完整；请重新导出或重新下载。`,
  'encoding-unclear': (p) => `${p.file} 的文字编码认不出来（不是 UTF-8，也不像 GB18030）；请另存为 UTF-8，或用 --encoding 指明编码。`,
  'encoding-not-as-stated': (p) => `${p.file} 不能按 ${p.encoding} 读出；请改用 --encoding auto，或核实编码。`,
  'columns-too-many': (p) => `${p.file} 的表头有 ${p.columns} 列，超过 ${p.limit} 列的上限；请删去多余的列，或检查分隔符。`,
  'crs-refused': (p) => `${p.file} 的坐标是${crs(p.crs)}，没有当地的转换参数就不能换算，随意套用会差几十米以上；请由测绘部门转换为 CGCS2000 或 WGS84 后再导入。`,
  'crs-question': (p) => `${p.file} 的坐标系无法确定，候选及落在所写县内的点数：${p.candidates === '' ? '无' : p.candidates}；请用 --crs 指明（wgs84、gcj02、bd09、EPSG:4490 或 EPSG:45xx），或在文件名后加 #crs=…。`,
  'sheet-missing': (p) => `${p.file} 没有名为“${p.sheet}”的工作表；其中有：${p.sheets}。`,
  'sheet-question': (p) => `${p.file} 有几张工作表都像台账（${p.sheets}）；请用 --sheet 指明读哪一张。`,
  'columns-question': (p) => `${p.file} 的${p.columns}含义相同，却有 ${p.rows} 行不一致，无法决定用哪一列；请用 --mapping 指明，或删去一列。`,

  'sheet-chosen': (p) => `${p.file} 的工作表（${p.sheets}）中只有“${p.sheet}”像台账，已读这一张；如应读另一张，请用 --sheet 指明。`,
  'column-alike': (p) => `${p.file} 的“${p.column}”像是“${p.name}”（${p.field}），但名称不同，没有采用；如果是，请在列对应中确认（--mapping）。`,
  'crs-decided': (p) => `${p.file} 的坐标按${crs(p.crs)}读取并换算为 WGS84：${fit(p)}，其他坐标系明显不符；原值保留。如不对，请用 --crs 指明，或在文件名后加 #crs=…。`,
  'crs-stated': (p) => `${p.file} 注明坐标是${crs(p.crs)}，已据此读取；原值保留。`,
  'crs-assumed': (p) => `${p.file} 没有注明坐标系，按 ${crs(p.crs)}读取（${fit(p)}）；如取自高德、腾讯或百度地图，位置会差几百米，请用 --crs 指明，或在文件名后加 #crs=…。`,
  'axes-swapped': (p) => `${p.file} 的经度和纬度两列写反了，已全部对调读取；原值保留，请改正列名。`,
  'ledger-updated': (p) => `${p.file} 加在原有台账之后：${p.updated} 台按它更新，${p.same} 台没有变化，新增 ${p.added} 台；它没有写明的内容保留原值。`,

  'stands-already': (p) => `“${p.value}”原有台账中已有，按您的选择没有加入。`,

  'cell-too-long': (p) => `“${p.column}”列的单元格有 ${p.length} 个字符，超过 ${p.limit} 个的上限；请缩短，或检查引号是否成对。`,
  'coordinate-not-of-grid': (p) => `${cell(p)}不是${crs(p.crs)}的坐标；请核实坐标或坐标系。`,

  'cells-carried-down': (p) => `${p.columns} 空白，按合并单元格的写法沿用第 ${p.row} 行；如不对，请逐行填写。`,
  'cells-merged': (p) => `${p.columns} 是合并单元格，沿用其内容；如不对，请逐行填写。`,
  'size-merged': (p) => `${p.columns} 是合并单元格，可能是几台的合计，按“未知”处理；请逐台填写。`,
  'capacity-bounded': (p) => `${cell(p)}只是范围，不是容量，按“未知”处理；请填写铭牌上的额定容量。`,
  'credit-code-length': (p) => `${cell(p)}不是 18 位统一社会信用代码；请核实。`,
  'credit-code-sign': (p) => `${cell(p)}含有统一社会信用代码不用的字符；请核实（如 I、O 应为 1、0）。`,
  'credit-code-check': (p) => `${cell(p)}的校验位不符（GB 32100），可能有错字；请核实。`,
  'duplicate-nearby': (p) => `与第 ${p.row} 行同名（“${p.value}”）且相距不到 ${p.limit} 米；请核实是否重复登记。`,

  'mapping-invalid': (p) => `${p.file} 不是列对应文件（${p.detail}）；请使用本产品导出的列对应文件。`,
  'mapping-field-unknown': (p) => `${p.file} 中“${p.header}”对应的“${p.field}”不是已知的字段；可用：${p.fields}。`,
  'mapping-unit-unknown': (p) => `${p.file} 中“${p.header}”的单位“${p.unit}”不识别；可用：${p.units}。`,
  'mapping-datum-unknown': (p) => `${p.file} 中“${p.header}”的坐标系“${p.datum}”不识别；可用：wgs84、gcj02、bd09、EPSG:4490、EPSG:45xx。`,
  'mapping-header-missing': (p) => `${p.file} 没有列对应中写的“${p.header}”列；请核实是否选错了文件。`,
};
