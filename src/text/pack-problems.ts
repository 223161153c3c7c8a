import type { PackProblem, PackProblemCode } from '../policy/pack-problem.ts';
import type { JsonFault } from '../policy/json-fault.ts';
import type { Lang } from './lang.ts';

type Say = (expected: string, got: string) => string;

const zh: Readonly<Record<PackProblemCode, Say>> = {
  missing: () => '缺少这一项，格式要求必填',
  unknownKey: (expected) => `格式没有这一项；此处可用：${expected}`,
  type: (expected, got) => `类型不对：应为 ${expected}，实际是 ${got}`,
  value: (expected, got) => `值不对：应为 ${expected}，实际是 ${got}`,
  empty: (expected) => `列表为空：至少要有一项${expected === '' ? '' : `（${expected}）`}`,
  notHere: (expected, got) => `此处不能用 ${got}：${expected}`,
  tooDeep: (expected) => `嵌套过深：${expected}`,
  duplicate: (expected, got) => `编号 ${got} 重复：${expected}`,
  reference: (expected, got) => `指向了不存在的名称 ${got}；规则包内定义了：${expected}`,
  inconsistent: (expected, got) => `前后矛盾：应为 ${expected}，实际是 ${got}`,
};

const en: Readonly<Record<PackProblemCode, Say>> = {
  missing: () => 'is missing; the format requires it',
  unknownKey: (expected) => `is not in the format; known here: ${expected}`,
  type: (expected, got) => `has the wrong type: expected ${expected}, got ${got}`,
  value: (expected, got) => `has a wrong value: expected ${expected}, got ${got}`,
  empty: (expected) => `is empty: at least one entry is needed${expected === '' ? '' : ` (${expected})`}`,
  notHere: (expected, got) => `cannot use ${got} here: ${expected}`,
  tooDeep: (expected) => `is nested too deep: ${expected}`,
  duplicate: (expected, got) => `repeats the id ${got}: ${expected}`,
  reference: (expected, got) => `names ${got}, which does not exist; the pack defines: ${expected}`,
  inconsistent: (expected, got) => `contradicts itself: expected ${expected}, got ${got}`,
};

const SAY: Readonly<Record<Lang, Readonly<Record<PackProblemCode, Say>>>> = { zh, en };

/** What is wrong at the spot, what was expected there and what stood there; the spot itself is `problem.path`. */
export function sayPackProblem(lang: Lang, { code, expected, got }: PackProblem): string {
  return SAY[lang][code](expected, got);
}

/** The spot in words: the path as in code, or the document as a whole. */
export function sayPackPath(lang: Lang, { path }: PackProblem): string {
  return path !== '' ? path : lang === 'zh' ? '整个文件' : 'the whole file';
}

/** Where a file stops being JSON. */
export function sayJsonFault(lang: Lang, { line, column, found }: JsonFault): string {
  const what = found === null ? null : JSON.stringify(found);
  if (lang === 'zh') return `不是有效的 JSON：第 ${String(line)} 行第 ${String(column)} 列${what === null ? '处文件意外结束' : `处出现了多余或错误的 ${what}`}。`;
  return `This is not valid JSON: at line ${String(line)}, column ${String(column)} ${what === null ? 'the file ends too early' : `stands an unexpected ${what}`}.`;
}
