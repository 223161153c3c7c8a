import type { JsonFault } from '../policy/json-fault.ts';
import type { Lang } from './lang.ts';

/** Where a file stops being JSON, and what stands there. */
export function sayJsonFault(lang: Lang, { line, column, found }: JsonFault): string {
  const what = found === null ? null : JSON.stringify(found);
  if (lang === 'zh') return `不是有效的 JSON：第 ${String(line)} 行第 ${String(column)} 列${what === null ? '处文件意外结束' : `处出现了多余或错误的 ${what}`}。`;
  return `This is not valid JSON: at line ${String(line)}, column ${String(column)} ${what === null ? 'the file ends too early' : `stands an unexpected ${what}`}.`;
}
