import type { PackProblem, PackProblemCode } from '../policy/pack-problem.ts';
import type { Lang } from './lang.ts';

/** What is wrong at one spot of a rule pack: the path, what was expected, what stood there. */
export function sayPackProblem(lang: Lang, { path, code, expected, got }: PackProblem): string {
  const words = WORDS[lang];
  return words.at(path === '' ? words.root : path, words.fault[code](term(lang, expected), term(lang, got)));
}

/** The format's own terms in the reader's language; names, numbers and lists of choices stay as they are. */
function term(lang: Lang, text: string): string {
  if (lang === 'en') return text;
  const list = /^list of (\d+)$/u.exec(text)?.[1];
  const same = /^not as in (.+)$/u.exec(text)?.[1];
  const levels = /^at most (\d+) levels$/u.exec(text)?.[1];
  if (list !== undefined) return `有 ${list} 项的数组`;
  if (same !== undefined) return `与 ${same} 不同`;
  if (levels !== undefined) return `最多 ${levels} 层`;
  return TERMS[text] ?? text;
}

const TERMS: Readonly<Record<string, string>> = {
  object: '对象 {…}',
  list: '数组 […]',
  'empty list': '空数组',
  text: '非空文字',
  string: '文字',
  number: '数字',
  boolean: 'true 或 false',
  'number ≥ 0': '不小于 0 的数字',
  'number > 0': '大于 0 的数字',
  'whole number ≥ 0': '不小于 0 的整数',
  'at least one': '至少一项',
  id: '编号（字母、数字、点、下划线、连字符）',
  condition: '条件 {…}',
  'GB/T 2260 code, 6 digits': '六位行政区划代码（GB/T 2260）',
  'YYYY-MM-DD': '日历上有的日期 YYYY-MM-DD',
  undefined: '没有',
};

interface Words {
  readonly root: string;
  readonly at: (path: string, fault: string) => string;
  readonly fault: Readonly<Record<PackProblemCode, (expected: string, got: string) => string>>;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  zh: {
    root: '（整个文件）',
    at: (path, fault) => `${path}：${fault}`,
    fault: {
      missing: (expected) => `缺少 ${expected}。`,
      unknownKey: (expected) => `格式中没有这一项；可用的有：${expected}。`,
      type: (expected, got) => `应为${expected}，实为 ${got}。`,
      value: (expected, got) => `应为：${expected}；实为 ${got}。`,
      empty: (expected) => `不能为空，应有${expected}。`,
      notHere: (expected, got) => `此处不能用 ${got}；可用的范围：${expected}。`,
      tooDeep: (expected) => `嵌套过深，${expected}。`,
      duplicate: (expected, got) => `${got} 重复，应${expected}。`,
      reference: (expected, got) => `文件中没有 ${got}；应为：${expected}。`,
      inconsistent: (expected, got) => `前后矛盾：应为 ${expected}，实为 ${got}。`,
    },
  },
  en: {
    root: '(the whole file)',
    at: (path, fault) => `${path}: ${fault}`,
    fault: {
      missing: (expected) => `${expected} is missing.`,
      unknownKey: (expected) => `the format has no such entry; it has: ${expected}.`,
      type: (expected, got) => `expected ${expected}, got ${got}.`,
      value: (expected, got) => `expected ${expected}; got ${got}.`,
      empty: (expected) => `may not be empty: ${expected}.`,
      notHere: (expected, got) => `${got} cannot be used here; what can: ${expected}.`,
      tooDeep: (expected) => `nested too deep: ${expected}.`,
      duplicate: (expected, got) => `${got} stands twice: ${expected}.`,
      reference: (expected, got) => `the file defines no ${got}; expected: ${expected}.`,
      inconsistent: (expected, got) => `contradiction: expected ${expected}, got ${got}.`,
    },
  },
};
