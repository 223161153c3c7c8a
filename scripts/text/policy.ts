import type { RulePack } from '../../src/policy/rule.ts';
import type { Lang } from '../../src/text/lang.ts';

interface PolicyWords {
  readonly usage: string;
  readonly noCommand: (got: string) => string;
  readonly noFile: string;
  readonly unknownOption: (got: string) => string;
  readonly badLang: (got: string) => string;
  readonly unreadable: (file: string) => string;
  readonly notJson: (file: string, line: number, column: number, detail: string) => string;
  readonly broken: (file: string, count: number) => string;
  readonly sound: (file: string, pack: RulePack) => string;
  readonly unquoted: string;
  readonly wrote: (file: string) => string;
  readonly outFailed: (detail: string) => string;
}

const COMMANDS = `npm run policy -- check FILE… [--lang zh|en]
npm run policy -- rules`;

const zh: PolicyWords = {
  usage: `用法：
${COMMANDS}

check  检查自己写的政策规则包（JSON），逐处说明错在哪里、应为什么、实为什么。
       退出码：0 全部可用；2 用法有误；3 有文件不可用。
rules  由内置的规则包重新生成 data/policy/RULES.md 和 RULES.en.md。`,
  noCommand: (got) => (got === '' ? '请写明 check 或 rules；用 --help 查看用法。' : `没有「${got}」这个命令，可用的有：check、rules。`),
  noFile: 'check 后面请写要检查的文件。',
  unknownOption: (got) => `无法识别的参数：${got}。用 --help 查看用法。`,
  badLang: (got) => `--lang 的值「${got}」无效，可用的值：zh、en。`,
  unreadable: (file) => `${file}：无法读取。请检查路径，文件须为 UTF-8 编码。`,
  notJson: (file, line, column, detail) => `${file}：不是有效的 JSON，错在第 ${line} 行第 ${column} 列附近（${detail}）。`,
  broken: (file, count) => `${file}：有 ${count} 处错误，不能使用。`,
  sound: (file, pack) =>
    `${file}：可用。${pack.id}「${pack.shortTitle.zh}」，辖区 ${pack.jurisdiction}，规则 ${pack.rules.length} 条、建设准入 ${pack.siting.length} 条、区域义务 ${pack.areaDuties.length} 项、目标 ${pack.targets.length} 个、读法 ${pack.readings.length} 个。`,
  unquoted: '提示：下列数字或日期没有出现在所引的原文（phrase）里，读者无从核对：',
  wrote: (file) => `已生成 ${file}。`,
  outFailed: (detail) => `无法写出文件：${detail}`,
};

const en: PolicyWords = {
  usage: `Usage:
${COMMANDS}

check  reads a policy rule pack of your own (JSON) and says of each fault where it is, what was expected and what stood there.
       Exit codes: 0 all can be used; 2 usage; 3 a file cannot be used.
rules  makes data/policy/RULES.md and RULES.en.md again from the embedded packs.`,
  noCommand: (got) => (got === '' ? 'Write check or rules; see --help.' : `There is no command “${got}”; there are: check, rules.`),
  noFile: 'Name the files to check.',
  unknownOption: (got) => `Unknown option: ${got}. See --help.`,
  badLang: (got) => `--lang cannot be “${got}”; use one of: zh, en.`,
  unreadable: (file) => `${file}: cannot be read. Check the path; the file must be UTF-8.`,
  notJson: (file, line, column, detail) => `${file}: no valid JSON; it breaks near line ${line}, column ${column} (${detail}).`,
  broken: (file, count) => `${file}: ${count} fault(s), cannot be used.`,
  sound: (file, pack) =>
    `${file}: sound. ${pack.id} “${pack.shortTitle.en}”, jurisdiction ${pack.jurisdiction}: ${pack.rules.length} rules, ${pack.siting.length} on building, ${pack.areaDuties.length} area duties, ${pack.targets.length} targets, ${pack.readings.length} readings.`,
  unquoted: 'Note: these numbers or days do not stand in the words that are quoted (phrase), so a reader cannot check them:',
  wrote: (file) => `Made ${file}.`,
  outFailed: (detail) => `Cannot write the file: ${detail}`,
};

export const policyWords: Readonly<Record<Lang, PolicyWords>> = { zh, en };
