import type { Message } from '../domain/issue.ts';
import type { PackProblem } from '../policy/pack-problem.ts';
import type { Lang } from './lang.ts';
import { sayProblem } from './messages.ts';
import { sayPackProblem } from './pack-problems.ts';
import { sayProjectProblem } from './project-file.ts';
import type { ProjectProblem } from './project-file.ts';

/** Why the command line ends without an answer. */
export type InputProblem =
  | { readonly code: 'file-missing' | 'file-unreadable'; readonly file: string }
  | { readonly code: 'unusable'; readonly file: string; readonly messages: readonly Message[] }
  | { readonly code: 'not-json'; readonly file: string; readonly detail: string }
  | { readonly code: 'pack-broken'; readonly file: string; readonly problems: readonly PackProblem[] }
  | { readonly code: 'policy-unknown'; readonly policy: string; readonly known: readonly string[] }
  | { readonly code: 'pack-twice'; readonly policy: string }
  | { readonly code: 'project'; readonly file: string; readonly problem: ProjectProblem };

interface CliWords {
  readonly usage: string;
  readonly unknownOption: (option: string) => string;
  readonly badValue: (option: string, got: string, expected: string) => string;
  readonly badDay: (option: string, got: string) => string;
  readonly repeated: (option: string) => string;
  readonly sameFile: string;
  readonly valueMissing: (option: string) => string;
  readonly input: (problem: InputProblem) => readonly string[];
  readonly nothingWritten: string;
  readonly reading: (percent: number) => string;
  readonly progress: (percent: number) => string;
  readonly writing: (megabytes: number) => string;
  readonly read: (file: string, rows: number, accepted: number, quarantined: number, ignored: number) => string;
  readonly bad: (file: string, row: number, column: string, value: string, reason: string) => string;
  readonly moreBad: (count: number) => string;
  readonly summary: (asOf: string, facilities: number, listed: number, toClose: number, tph: string, possibly: number) => string;
  readonly sample: string;
  readonly wrote: (rows: number, file: string) => string;
  readonly strict: (rows: number) => string;
  readonly outFailed: (detail: string) => string;
  readonly internal: (detail: string) => string;
}

const OPTIONS = `npm run assess -- [--facilities FILE] [--heat-sources FILE] [--zones FILE]... [--divisions FILE]
                  [--project FILE [--scenario NAME | --compare NAME,NAME]]
                  [--policy ID|FILE]... [--reading ID=OPTION]... [--as-of YYYY-MM-DD] [--crs wgs84|gcj02|bd09|EPSG:4490|EPSG:45xx]
                  [--encoding auto|utf-8|gb18030|utf-16le|utf-16be] [--sheet NAME] [--mapping FILE] [--groups count|split]
                  [--format csv|json|geojson|xlsx] [--only affected|all] [--out FILE] [--quarantine FILE]
                  [--reconcile] [--strict] [--with-sample] [--repair-zones] [--lang zh|en]`;

const zh: CliWords = {
  usage: `用法：\n${OPTIONS}\n\n不带参数时，按今天的日期判定内置的晋城示例数据，把受影响设施的 CSV 写到标准输出。`,
  unknownOption: (option) => `无法识别的参数：${option}。用 --help 查看用法。`,
  badValue: (option, got, expected) => `${option} 的值「${got}」无效，可用的值：${expected}。`,
  badDay: (option, got) => `${option} 的日期「${got}」无效，请写成 YYYY-MM-DD，例如 2024-06-01。`,
  repeated: (option) => `${option} 只能写一次。`,
  sameFile: '--out 与 --quarantine 不能是同一个文件。',
  valueMissing: (option) => `${option} 后面缺少值。`,
  input: (problem) => {
    switch (problem.code) {
      case 'file-missing':
        return [`找不到文件 ${problem.file}。请检查路径。`];
      case 'file-unreadable':
        return [`无法读取文件 ${problem.file}。请检查它是不是文件、是否有读取权限。`];
      case 'unusable':
        return problem.messages.map((message) => sayProblem('zh', message.code, message.params));
      case 'not-json':
        return [`${problem.file} 不是有效的 JSON:${problem.detail}`];
      case 'pack-broken':
        return problem.problems.map((one) => `${problem.file}　${sayPackProblem('zh', one)}`);
      case 'policy-unknown':
        return [`没有名为 ${problem.policy} 的政策包。内置的有：${problem.known.join('、')}；自己的政策包请写文件路径。`];
      case 'pack-twice':
        return [`有两个政策包都叫 ${problem.policy}，同一条款会判两次；请改名或只用一个。`];
      case 'project':
        return [sayProjectProblem('zh', problem.problem, problem.file)];
    }
  },
  nothingWritten: '没有写出任何结果。',
  reading: (percent) => `读入台账 ${percent}%`,
  progress: (percent) => `判定中 ${percent}%`,
  writing: (megabytes) => `已写出 ${megabytes} MB`,
  read: (file, rows, accepted, quarantined, ignored) => `${file}：读入 ${rows} 行 = 采用 ${accepted} + 隔离 ${quarantined} + 忽略 ${ignored}`,
  bad: (file, row, column, value, reason) => `  ${file} 第 ${row} 条${column === '' ? '' : `「${column}」列`}${value === '' ? '' : `值「${value}」`}:${reason}`,
  moreBad: (count) => `  另有 ${count} 条，见 --quarantine 文件。`,
  summary: (asOf, facilities, listed, toClose, tph, possibly) =>
    `截至 ${asOf}：共 ${facilities} 台设施，须关停淘汰 ${toClose} 台（${tph}），另有 ${possibly} 台可能须关停淘汰；输出 ${listed} 台。`,
  sample: '注意：其中包含示例数据（合成台账、示意区域），不得作为执法依据。',
  wrote: (rows, file) => `已写出 ${rows} 台设施到 ${file}。`,
  strict: (rows) => `--strict：有 ${rows} 行未被采用，没有写出结果。`,
  outFailed: (detail) => `无法写出文件，没有写出结果；请检查目录是否存在、是否可写。（${detail}）`,
  internal: (detail) => `程序内部错误，没有写出结果：${detail}`,
};

const en: CliWords = {
  usage: `Usage:\n${OPTIONS}\n\nWithout options it assesses the embedded Jincheng sample as of today and writes the affected facilities as CSV to standard output.`,
  unknownOption: (option) => `Unknown option: ${option}. See --help.`,
  badValue: (option, got, expected) => `${option} cannot be “${got}”; use one of: ${expected}.`,
  badDay: (option, got) => `${option}: “${got}” is no day; write YYYY-MM-DD, such as 2024-06-01.`,
  repeated: (option) => `${option} can be given once only.`,
  sameFile: '--out and --quarantine cannot be the same file.',
  valueMissing: (option) => `${option} needs a value.`,
  input: (problem) => {
    switch (problem.code) {
      case 'file-missing':
        return [`No file ${problem.file}. Check the path.`];
      case 'file-unreadable':
        return [`Cannot read ${problem.file}. Check that it is a file and that you may read it.`];
      case 'unusable':
        return problem.messages.map((message) => sayProblem('en', message.code, message.params));
      case 'not-json':
        return [`${problem.file} is not valid JSON: ${problem.detail}`];
      case 'pack-broken':
        return problem.problems.map((one) => `${problem.file}  ${sayPackProblem('en', one)}`);
      case 'policy-unknown':
        return [`There is no policy pack ${problem.policy}. Embedded: ${problem.known.join(', ')}; for your own, name a file.`];
      case 'pack-twice':
        return [`Two policy packs are called ${problem.policy}, so each rule would count twice; rename one or use one.`];
      case 'project':
        return [sayProjectProblem('en', problem.problem, problem.file)];
    }
  },
  nothingWritten: 'Nothing was written.',
  reading: (percent) => `Reading the ledger ${percent}%`,
  progress: (percent) => `Assessing ${percent}%`,
  writing: (megabytes) => `${megabytes} MB written`,
  read: (file, rows, accepted, quarantined, ignored) => `${file}: ${rows} rows = ${accepted} accepted + ${quarantined} quarantined + ${ignored} ignored`,
  bad: (file, row, column, value, reason) => `  ${file} row ${row}${column === '' ? '' : `, column “${column}”`}${value === '' ? '' : `, value “${value}”`}: ${reason}`,
  moreBad: (count) => `  and ${count} more, see the --quarantine file.`,
  summary: (asOf, facilities, listed, toClose, tph, possibly) =>
    `As of ${asOf}: ${facilities} facilities, ${toClose} must close (${tph}), ${possibly} more may have to; ${listed} listed.`,
  sample: 'Note: this includes sample data (synthetic ledger, illustrative zones); it is no basis for enforcement.',
  wrote: (rows, file) => `Wrote ${rows} facilities to ${file}.`,
  strict: (rows) => `--strict: ${rows} rows were not accepted, no result was written.`,
  outFailed: (detail) => `Cannot write the file, no result was written; check that the folder exists and that you may write to it. (${detail})`,
  internal: (detail) => `Internal error, no result was written: ${detail}`,
};

export const cliWords: Readonly<Record<Lang, CliWords>> = { zh, en };
