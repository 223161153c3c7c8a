import type { Message } from '../domain/issue.ts';
import type { PackProblem } from '../policy/pack-problem.ts';
import type { Lang } from './lang.ts';
import { sayProblem } from './messages.ts';

/** Why a project file can't be opened, or what was asked of it can't be answered. */
export type ProjectProblem =
  | { readonly code: 'unreadable'; readonly message: Message }
  | { readonly code: 'not-a-project' }
  | { readonly code: 'project-newer'; readonly version: number; readonly known: number }
  | { readonly code: 'project-broken'; readonly problem: PackProblem }
  | { readonly code: 'scenario-unknown'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'scenario-twice'; readonly name: string }
  | { readonly code: 'project-with-files'; readonly options: readonly string[] }
  | { readonly code: 'scenario-without-project' };

type Say = (problem: ProjectProblem, file: string) => string;

const zh: Say = (problem, file) => {
  switch (problem.code) {
    case 'unreadable':
      return sayProblem('zh', problem.message.code, problem.message.params);
    case 'not-a-project':
      return `${file} 不是本产品的项目文件。`;
    case 'project-newer':
      return `${file} 由更新的版本写成（文件格式 ${problem.version}，本程序只认识到 ${problem.known}）。请用更新的版本打开；猜读可能得出错误结论，因此不予打开。`;
    case 'project-broken':
      return `${file} 的 ${problem.problem.path || '（根）'}：应为 ${problem.problem.expected}，实为 ${problem.problem.got}。`;
    case 'scenario-unknown':
      return `${file} 中没有名为「${problem.name}」的方案${problem.known.length === 0 ? '，文件里一个方案也没有。' : `。已有：${problem.known.join('、')}。`}`;
    case 'scenario-twice':
      return `${file} 中有多个方案都叫「${problem.name}」，请改用它们的编号。`;
    case 'project-with-files':
      return `--project 自带数据与政策，不能同时使用 ${problem.options.join('、')}。`;
    case 'scenario-without-project':
      return '--scenario 需要与 --project 一起使用。';
  }
};

const en: Say = (problem, file) => {
  switch (problem.code) {
    case 'unreadable':
      return sayProblem('en', problem.message.code, problem.message.params);
    case 'not-a-project':
      return `${file} is not a project file of this product.`;
    case 'project-newer':
      return `${file} was written by a newer version (file format ${problem.version}; this program knows up to ${problem.known}). Open it with a newer version: guessing at it could give wrong verdicts.`;
    case 'project-broken':
      return `${file}, ${problem.problem.path || '(root)'}: expected ${problem.problem.expected}, got ${problem.problem.got}.`;
    case 'scenario-unknown':
      return `${file} has no scenario “${problem.name}”${problem.known.length === 0 ? '; it has none at all.' : `. It has: ${problem.known.join(', ')}.`}`;
    case 'scenario-twice':
      return `${file} has several scenarios called “${problem.name}”; name it by its id.`;
    case 'project-with-files':
      return `--project brings its own data and policies; it cannot be combined with ${problem.options.join(', ')}.`;
    case 'scenario-without-project':
      return '--scenario needs --project.';
  }
};

const SAY: Readonly<Record<Lang, Say>> = { zh, en };

/** The problem as a sentence that names the file and, where there is something to do, what to do. */
export function sayProjectProblem(lang: Lang, problem: ProjectProblem, file: string): string {
  return SAY[lang](problem, file);
}
