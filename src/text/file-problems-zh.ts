import type { FileProblemParams } from './file-problem-params.ts';

type FileSentences = { readonly [Code in keyof FileProblemParams]: (params: FileProblemParams[Code]) => string };

const entry = (p: { readonly file: string; readonly entry: string }) => (p.entry === p.file ? `${p.file} ` : `${p.file} 里的 ${p.entry} `);
const sheet = (p: { readonly file: string; readonly sheet: string }) => `${p.file} 的工作表“${p.sheet}”`;

export const fileProblemsZh: FileSentences = {
  'file-misnamed': (p) => `${p.file} 的扩展名与内容不符，内容是 ${p.kind}，已按 ${p.kind} 读取；请改正扩展名。`,
  'file-kind-unsupported': (p) => `${p.file} 是 ${p.kind}，不能读取；请提供 CSV、XLSX、GeoJSON、KML/KMZ 或打成 ZIP 的 Shapefile。`,
  'workbook-legacy': (p) => `${p.file} 是旧版 Excel（XLS）或旧版 WPS 表格，无法安全读取；请打开后另存为“Excel 工作簿（*.xlsx）”或“CSV UTF-8”。`,
  'workbook-encrypted': (p) => `${p.file} 设有打开密码，不能读取；请在 Excel 中打开，在“文件—信息—保护工作簿”里清除密码后另存。`,
  'workbook-foreign': (p) => `${p.file} 是 ${p.kind}，不能读取；请打开后另存为“Excel 工作簿（*.xlsx）”或“CSV UTF-8”。`,
  'archive-without-data': (p) => `${p.file} 里没有可读的数据，只有：${p.names}；Shapefile 请把 .shp、.dbf、.prj 打在同一个 ZIP 里，其他文件请解压后提供。`,

  'zip-broken': (p) => `${p.file} 的压缩结构损坏或文件不完整；请重新保存或重新传输后再试。`,
  'zip-too-many-entries': (p) => `${p.file} 里的文件超过 ${p.limit} 个；请只保留需要的文件重新压缩。`,
  'zip-too-large': (p) => `${p.file} 解压后超过 ${p.limitMb} MB，已停止读取；请拆成几个文件，表格可另存为 CSV。`,
  'zip-encrypted': (p) => `${entry(p)}设有密码，不能读取；请解密后重新压缩。`,
  'zip-method-unknown': (p) => `${entry(p)}用了不支持的压缩方式；请用系统自带的 ZIP 压缩（Deflate）重新打包。`,
  'zip-overlap': (p) => `${entry(p)}与别的文件占用同一段数据，这是压缩炸弹的做法，已拒绝读取；请核实文件来源，重新打包。`,
  'zip-name-unsafe': (p) => `${entry(p)}的路径指向压缩包之外，已拒绝读取；请核实文件来源，重新打包。`,
  'zip-name-twice': (p) => `${entry(p)}在压缩包中出现两次，不知以哪个为准；请重新打包。`,
  'zip-bomb': (p) => `${entry(p)}的压缩比高得不正常，疑为压缩炸弹，已停止读取；请核实文件来源，表格可另存为 CSV。`,
  'zip-entry-damaged': (p) => `${entry(p)}解压后与记录的大小或校验值不符，文件已损坏；请重新保存或重新传输后再试。`,

  'too-many-items': (p) => `${entry(p)}的内容超过 ${p.limit} 项的上限，已停止读取；请拆成几个文件。`,
  'xml-malformed': (p) => `${entry(p)}不是完整有效的 XML；请从原软件重新导出。`,
  'xml-doctype': (p) => `${entry(p)}含有文档类型声明（<!DOCTYPE>），可能引用外部内容，已拒绝读取；请从原软件重新导出，或删去该声明。`,
  'xml-too-deep': (p) => `${entry(p)}的层次嵌套过深，已拒绝读取；请减少文件夹层次后重新导出。`,

  'workbook-part-missing': (p) => `${p.file} 缺少 ${p.entry}，不是完整的 Excel 工作簿；请用 Excel 或 WPS 打开并另存。`,
  'workbook-without-sheets': (p) => `${p.file} 中没有一张有内容的工作表；请检查文件。`,
  'sheet-too-wide': (p) => `${sheet(p)}的单元格 ${p.cell} 超出 ${p.limit} 列的上限；请删去多余的列后另存。`,
  'sheet-too-many-cells': (p) => `${sheet(p)}超过 ${p.limit} 个单元格的上限；请拆成几个文件，或另存为 CSV。`,
  'sheet-cell-misplaced': (p) => `${sheet(p)}的单元格 ${p.cell} 位置有误或重复，文件可能损坏；请用 Excel 或 WPS 打开并另存。`,
  'sheet-cell-stray': (p) => `${sheet(p)}的单元格 ${p.cell} 与上方数据隔了 ${p.gap} 行空行；请删去这些空行或多余的单元格后另存。`,
  'sheet-rows-hidden': (p) => `${sheet(p)}有 ${p.count} 行被隐藏或筛选掉，仍一并读取；不需要的请先删去。`,
  'sheet-digits-lost': (p) => `${sheet(p)}有 ${p.count} 个数超过 15 位（如 ${p.cell}），Excel 已把第 15 位之后改成 0；请按文本重新填写这些代码。`,
  'sheet-formula-without-value': (p) => `${sheet(p)}有 ${p.count} 个公式没有保存结果（如 ${p.cell}），按空白处理；请用 Excel 或 WPS 打开、重新计算并保存。`,
  'sheet-cells-in-error': (p) => `${sheet(p)}有 ${p.count} 个单元格是错误值（如 ${p.cell} 为 ${p.value}），按未知处理；请改正公式或填写数值。`,

  'kml-expected': (p) => `${entry(p)}的根元素是“${p.found}”，不是 KML；请从原软件重新导出为 KML 或 KMZ。`,
  'kml-network-link': (p) => `${entry(p)}有 ${p.count} 个网络链接，从不访问；如需其中的内容，请在原软件中打开后另存为 KML。`,
  'kml-geometry-unsupported': (p) => `${entry(p)}有 ${p.count} 个不支持的图形（${p.types}），未读取；请改用点、线或多边形。`,

  'shp-alone': (p) => `${p.file} 缺少同名的 .dbf（属性）和 .prj（坐标系）；请把这些文件与 .shp 打在同一个 ZIP 里。`,
  'shp-broken': (p) => `${entry(p)}的文件头或结构有误，不能读取；请从原软件重新导出。`,
  'shp-cut': (p) => `${entry(p)}在第 ${p.record} 个图形处断掉，文件不完整，全部未采用；请重新导出或重新传输。`,
  'shp-type-unsupported': (p) => `${entry(p)}的图形类型 ${p.type} 不支持；请导出为点、线或面。`,
  'shp-too-many': (p) => `${entry(p)}的图形超过 ${p.limit} 个；请拆成几个文件后重新导出。`,
  'shp-too-intricate': (p) => `${entry(p)}的第 ${p.record} 个图形的环太多、套得太深，无法在合理时间内分清内外，全部未采用；请拆成几个图形后重新导出。`,
  'shp-without-dbf': (p) => `${entry(p)}没有同名的 .dbf，读不到任何属性；请把 .dbf 打在同一个 ZIP 里。`,
  'shp-without-prj': (p) => `${entry(p)}没有同名的 .prj，文件未写明坐标系；请补上 .prj，或确认坐标系。`,
  'dbf-broken': (p) => `${entry(p)}的文件头或结构有误，不能读取属性；请从原软件重新导出。`,
  'dbf-cut': (p) => `${entry(p)}只有 ${p.found} 条完整记录，应有 ${p.expected} 条，文件不完整，全部未采用；请重新导出或重新传输。`,
  'dbf-count-differs': (p) => `${entry(p)}有 ${p.shapes} 个图形，而 .dbf 有 ${p.rows} 条属性，无法对应，全部未采用；请从原软件重新导出。`,
  'dbf-deleted-rows': (p) => `${entry(p)}有 ${p.count} 条属性标为已删除，对应的图形仍读取；请在原软件中整理后重新导出。`,
  'dbf-encoding-guessed': (p) => `${entry(p)}没有写明文字编码，按 ${p.encoding} 读取；如有乱码，请补上 .cpg 文件。`,
  'prj-local-datum': (p) => `${entry(p)}的坐标系是“${p.crs}”，没有当地转换参数不能换算到 WGS84，未采用；请向测绘部门取得 CGCS2000 成果。`,

  'zone-repair-proposed': (p) => `${p.file} 第 ${p.feature} 个要素“${p.zone}”可在交叉处切开修复：面积由 ${p.beforeKm2} 变为 ${p.afterKm2} 平方公里，边界围住的部分全部保留；须经确认才采用（命令行加 --repair-zones）。`,
  'zone-repaired': (p) => `${p.file} 第 ${p.feature} 个要素“${p.zone}”的边界自相交，已按要求在交叉处切开：面积由 ${p.beforeKm2} 变为 ${p.afterKm2} 平方公里；请核对公告中的边界。`,
  'cell-in-error': (p) => `“${p.column}”列是错误值 ${p.value}，按未知处理；请改正公式或填写数值。`,
  'ring-winding-turned': (p) => `${p.file} 有 ${p.count} 个环的方向与 GeoJSON 标准（外环逆时针）相反，形状不受影响，照常采用。`,
};
