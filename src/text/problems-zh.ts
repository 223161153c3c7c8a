import type { Sentences } from './problem-params.ts';

const cell = (p: { readonly column: string; readonly value: string }) => `“${p.column}”列的“${p.value}”`;
const feature = (p: { readonly file: string; readonly feature: number; readonly zone: string }) =>
  `${p.file} 第 ${p.feature} 个要素${p.zone === '' ? '' : `“${p.zone}”`}`;
const ring = (p: Parameters<typeof feature>[0] & { readonly ring: number }) => `${feature(p)}的第 ${p.ring} 个环`;
const line = (p: Parameters<typeof feature>[0] & { readonly line: number }) => `${feature(p)}的第 ${p.line} 条线`;
const NOT_USED = '该区域未采用';
const NOT_USED_SITE = '该要素未采用';

export const problemsZh: Sentences = {
  'file-empty': (p) => `${p.file} 是空文件；请检查导出是否成功。`,
  'file-too-large': (p) => `${p.file} 有 ${p.megabytes} MB，超过 ${p.limit} MB 的上限；请拆成几个文件。`,
  'file-is-workbook': (p) => `${p.file} 像是 Excel 工作簿（XLSX/XLS），目前还不能读取；请另存为“CSV UTF-8（逗号分隔）”。`,
  'file-not-text': (p) => `${p.file} 不是文本文件；请提供 CSV 或 GeoJSON。`,
  'encoding-not-utf8': (p) => `${p.file} 不是 UTF-8 编码（可能是 GBK 或 UTF-16）；请另存为“CSV UTF-8（逗号分隔）”。`,
  'table-without-header': (p) => `${p.file} 没有表头行；第一行应写各列的名称。`,
  'table-without-known-column': (p) =>
    `${p.file} 的表头（${p.headers}）没有一列能识别；请至少提供这些列中的一列：${p.expected}。`,
  'json-invalid': (p) => `${p.file} 不是有效的 JSON（括号、引号或逗号有误，或文件不完整）；请重新导出。`,
  'geojson-expected': (p) =>
    `${p.file} 应为 GeoJSON 的 FeatureCollection、Feature 或多边形，读到的是“${p.found}”；请重新导出为 GeoJSON。`,
  'geojson-points-expected': (p) => `${p.file} 是 GeoJSON，但不是点要素集合；请提供点要素或 CSV 表格。`,
  'crs-unsupported': (p) =>
    `${p.file} 的坐标系是“${p.crs}”，目前只接受 WGS84 或 CGCS2000 经纬度；请先转换坐标，不要只改名称。`,

  'file-without-rows': (p) => `${p.file} 只有表头，没有数据行。`,
  'file-without-features': (p) => `${p.file} 中没有要素；请检查导出是否成功。`,
  'no-row-accepted': (p) => `${p.file} 的 ${p.rows} 行没有一行可用；请逐行查看隔离清单中的原因。`,
  'title-skipped': (p) => `${p.file} 表头上方的标题“${p.title}”已略过，未计入数据行；如是数据请移到表头之下。`,
  'value-too-deep': (p) => `${p.file} 第 ${p.feature} 个要素的“${p.column}”嵌套过深，深处内容以“…”代替；判定不用这些内容，如有需要请改为简单的值。`,
  'header-repeated': (p) => `${p.file} 有两列都叫“${p.header}”；后一列在导出中写作“${p.renamed}”，请改名或删去一列。`,
  'header-blank': (p) => `${p.file} 第 ${p.position} 列没有列名，在导出中写作“${p.renamed}”；如需使用请补上列名。`,
  'columns-unknown': (p) => `${p.file} 中不识别的列原样保留并随结果导出：${p.headers}。如其中有判定所需的内容，请改用标准列名。`,
  'columns-missing': (p) => `${p.file} 缺少这些列，相应内容按“未知”处理：${p.fields}。补上后判定更确定。`,
  'column-passed-over': (p) => `${p.file} 的“${p.used}”和“${p.unused}”含义相同，逐行采用“${p.used}”，其空白时才用“${p.unused}”；如应采用另一列，请删去或改名。`,
  'unit-unknown': (p) =>
    `${p.file} 的“${p.column}”列单位“${p.unit}”不识别，该列未采用；请换算为 ${p.known} 之一并在列名中写明。`,
  'unit-assumed': (p) => `${p.file} 的“${p.column}”列没有写单位，按 ${p.unit} 读取；如不对，请在列名中写明单位。`,
  'kind-assumed-boiler': (p) =>
    `${p.file} 没有设施类型列，因有“${p.column}”列，全部按锅炉处理；如含其他设施，请增加“设施类型”列。`,
  'third-coordinate-dropped': (p) => `${p.file} 有 ${p.count} 个坐标带高程，高程已略去，不影响判定。`,
  'source-word-unreadable': (p) =>
    `${p.file} 第 ${p.row} 行${cell(p)}不识别，按“未知”处理；请改用标准词或留空。`,
  'accuracy-assumed-exact': (p) => `${feature(p)}没有写边界精度，按精确边界处理；请在 accuracyM 中写明误差（米）。`,
  'zone-class-missing': (p) => `${feature(p)}是禁燃区但没有类别，依类别的规定将列为待复核；请补上 class（一类、二类或三类）。`,
  'zone-class-unreadable': (p) => `${feature(p)}的类别“${p.value}”不识别，按“未知”处理；请写一类、二类或三类。`,
  'zone-value-unreadable': (p) => `${feature(p)}${cell(p)}不识别，已略去；请改正。`,

  'cells-too-many': (p) => `本行有 ${p.found} 格，表头只有 ${p.expected} 列，无法对齐；请检查是否有未加引号的逗号。`,
  'cells-too-few': (p) => `本行只有 ${p.found} 格，表头有 ${p.expected} 列，无法对齐；请补齐空格或检查换行。`,
  'quote-unbalanced': () => '本行的双引号不成对，无法可靠分列；请补上或删去多余的引号。',
  'capacity-unreadable': (p) => `${cell(p)}读不出容量；请写每台的蒸吨数（如 35），多台请用“台数”列，未知请留空。`,
  'capacity-negative': (p) => `${cell(p)}是负数，容量不能为负；请改正，未知请留空。`,
  'number-unreadable': (p) => `${cell(p)}不是数字；请改为数字，未知请留空。`,
  'number-negative': (p) => `${cell(p)}是负数；请改为不小于 0 的数字，未知请留空。`,
  'count-invalid': (p) => `${cell(p)}不是台数；请写 1 以上的整数，或留空（按 1 台）。`,
  'unit-conflict': (p) => `${cell(p)}的单位与列的单位（${p.unit}）不符；请换算后填写。`,
  'columns-disagree': (p) => `${cell(p)}与“${p.other}”列的“${p.otherValue}”不一致；请核实后只留一个。`,
  'coordinate-unreadable': (p) => `${cell(p)}不是经纬度；请写十进制度数（如 112.8452），未知请留空。`,
  'coordinate-dms': (p) => `${cell(p)}像是度分秒，但读不出来；请写成 112°51′0″E 的形式，或十进制度数（如 112.8452）。`,
  'coordinate-dms-range': (p) => `${cell(p)}的分或秒达到或超过 60；请核实后改正。`,
  'coordinate-projected': (p) => `${cell(p)}像是投影坐标（米），不是经纬度；请转换为 WGS84 或 CGCS2000 经纬度。`,
  'coordinate-out-of-range': (p) => `${cell(p)}超出 ±${p.limit} 度的范围；请改正。`,
  'coordinates-swapped': (p) => `${cell(p)}像是经度和纬度写反了；请核实后对调。`,
  'geometry-not-a-point': (p) => `本要素是“${p.found}”，不是点；请提供点，或删去几何图形。`,
  'coordinate-incomplete': (p) => `只有${cell(p)}，缺少 ${p.missing}；请把经纬度补齐，或两格都留空。`,
  'point-missing': () => '没有坐标，无法计算距离；请补上经度和纬度。',
  'name-missing': () => '没有名称也没有编号；请补上其中之一。',
  'code-missing': () => '没有代码；请补上。',
  'code-invalid': (p) => `${cell(p)}不是六位行政区划代码；请改正（如 140525）。`,
  'accuracy-missing': () => '没有定位精度；此处的点只是代表点，请写明误差（米）。',
  'reading-day-missing': () => '未写监测日期；请补上日期（如 2024-10-01）或月份（如 2024-10）。',
  'reading-day-unreadable': (p) => `${cell(p)}不是日期；请写 2024-10-01，月均值请写 2024-10。`,
  'readings-disagree': (p) => `${p.file}：站点 ${p.station} 在 ${p.day} 有两行不同的数据（第 ${p.row} 行和第 ${p.otherRow} 行）；两行都保留并取平均，请核对。`,
  'station-level-unreadable': (p) => `${cell(p)}不是站点级别；请写国控、省控、市控、乡镇或企业。`,
  'division-level-unreadable': (p) => `${cell(p)}不是行政级别；请写 province、prefecture 或 county。`,

  'row-blank': () => '空行，已略过。',
  'row-without-content': () => '除编号外没有可用的内容，已略过；如是设施，请至少补上名称。',
  'row-of-totals': (p) => `“${p.value}”行是合计，不是设施，已略过。`,
  'row-repeats-header': () => '本行重复了表头，已略过。',

  'no-location': () => '没有坐标：按其属性和所在县判定，与位置有关的规定无法确定；请补上经纬度。',
  'coordinate-zero': () => '经纬度都是 0，视为未填写；请补上真实坐标。',
  'coordinate-outside-china': () => '坐标不在中国境内；请核实经纬度。',
  'capacity-zero': (p) => `${cell(p)}为 0，视为未填写；请补上额定容量。`,
  'capacity-unlikely': (p) => `${cell(p)}大得不合常理；请核实单位是否为蒸吨/小时。`,
  'group-row-read': (p) => `${cell(p)}读作 ${p.count} 台，每台 ${p.size}；如不对，请分写在“台数”和容量两列。`,
  'word-unreadable': (p) => `${cell(p)}不识别，按“未知”处理；请改用标准词或留空。`,
  'fuel-from-kind': (p) => `燃料没有填写，按${cell(p)}读作“${p.fuel}”；如不对，请填写燃料。`,
  'fuel-mixed': (p) => `${cell(p)}是几种燃料（${p.fuels}），按“未知”处理；请核实以哪一种为准。`,
  'duplicate-id': (p) => `编号“${p.value}”重复（第 ${p.rows} 行）；请核实是否同一设施重复登记。`,
  'unknown-county': (p) => `${cell(p)}不是已载入的县（市、区）；请写全名或填行政区划代码。`,
  'county-partly-known': (p) => `${cell(p)}只认出“${p.known}”，其下的县（市、区）未载入；请核实或填行政区划代码。`,
  'position-outside-county': (p) => `坐标位于“${p.found}”境内，与${cell(p)}不一致；请核实坐标和所在县。`,
  'division-code-unreadable': (p) => `${cell(p)}不是六位行政区划代码，已改用县名；请改正。`,
  'division-code-disagrees': (p) => `${cell(p)}与所在县“${p.county}”不一致，以代码为准；请核实。`,
  'credit-code-damaged': (p) => `${cell(p)}已被表格软件改成科学计数，按“未知”处理；请以文本格式重新填写。`,

  'geometry-missing': (p) => `${feature(p)}没有几何图形，${NOT_USED}；请补上边界后重新导出。`,
  'geometry-not-an-area': (p) => `${feature(p)}是“${p.found}”，不是面，${NOT_USED}；请提供多边形。`,
  'geometry-malformed': (p) => `${feature(p)}的坐标结构有误，${NOT_USED}；请重新导出为 GeoJSON 多边形。`,
  'ring-not-closed': (p) => `${ring(p)}没有闭合（首尾坐标不同），${NOT_USED}；请让最后一点与第一点相同。`,
  'ring-too-short': (p) => `${ring(p)}只有 ${p.positions} 个坐标，构不成面（至少 4 个），${NOT_USED}；请补全边界。`,
  'ring-out-of-range': (p) => `${ring(p)}有坐标 (${p.lng}, ${p.lat}) 超出经纬度范围，${NOT_USED}；请使用 WGS84 经纬度，经度在前。`,
  'ring-crosses-antimeridian': (p) => `${ring(p)}跨越 180° 经线，${NOT_USED}；请沿该经线分成两个多边形。`,
  'ring-without-area': (p) => `${ring(p)}的面积为零，${NOT_USED}；请修正边界。`,
  'ring-crosses-itself': (p) => `${ring(p)}在 (${p.lng}, ${p.lat}) 处自相交，${NOT_USED}；请修正边界。`,
  'ring-touches-itself': (p) => `${ring(p)}在 (${p.lng}, ${p.lat}) 处与自身相接，内外不明，${NOT_USED}；请在此处分成两个环。`,
  'rings-cross': (p) => `${ring(p)}在 (${p.lng}, ${p.lat}) 处与第 ${p.otherRing} 个环相交，${NOT_USED}；请修正边界。`,
  'hole-outside-outer': (p) => `${ring(p)}是孔洞，但其顶点 (${p.lng}, ${p.lat}) 在外环之外，${NOT_USED}；请修正边界。`,
  'hole-inside-hole': (p) => `${ring(p)}是孔洞，却位于第 ${p.otherRing} 个环的孔洞之内，${NOT_USED}；岛屿请另作一个多边形。`,
  'line-too-short': (p) => `${line(p)}只有 ${p.positions} 个坐标，构不成线（至少 2 个），${NOT_USED_SITE}；请补全。`,
  'line-out-of-range': (p) => `${line(p)}有坐标 (${p.lng}, ${p.lat}) 超出经纬度范围，${NOT_USED_SITE}；请使用 WGS84 经纬度，经度在前。`,
  'line-crosses-antimeridian': (p) => `${line(p)}跨越 180° 经线，${NOT_USED_SITE}；请沿该经线分成两条线。`,
  'zone-kind-unknown': (p) =>
    `${feature(p)}的类型“${p.value}”不识别，${NOT_USED}；请写禁煤区、禁燃区、建成区、热力管网、重点管控区域等。`,
  'zone-kind-missing': (p) => `${feature(p)}没有写类型，${NOT_USED}；请增加 kind（如禁煤区 coalBan、禁燃区 noBurn）。`,
  'zone-date-unreadable': (p) => `${feature(p)}${cell(p)}不是日期，${NOT_USED}；请写成 2024-10-01，不限请留空。`,
  'zone-dates-reversed': (p) => `${feature(p)}的起止日期颠倒（${p.from} 至 ${p.until}），${NOT_USED}；请改正。`,
  'zone-accuracy-unreadable': (p) => `${feature(p)}${cell(p)}不是边界误差，${NOT_USED}；请写不小于 0 的米数，或留空。`,
};
