import { failed, ok, type Result } from '../base/result.ts';
import type { IsoDay } from '../domain/place.ts';
import type { Project } from '../domain/project.ts';
import type { Workbook } from '../domain/scenario.ts';
import { emptyNameBook } from '../policy/name-book.ts';
import { BAD, anyText, entry, id, isRecord, isoDay, list, nullable, object, type Notes, type Reader } from '../policy/pack-reader.ts';
import { parseRulePack } from '../policy/parse-rule-pack.ts';
import type { RulePack } from '../policy/rule.ts';
import type { ProjectProblem } from '../text/project-file.ts';
import { decodeText } from './decode.ts';
import { projectJson, recordOf } from './read-project-json.ts';
import { workbookJson } from './read-workbook-json.ts';
import type { SourceFile } from './source-file.ts';

/** 项目文件: a whole piece of work in one JSON file, which opens anywhere and needs nothing else. */
export interface ProjectFile {
  /** The product's version that wrote it: for people; what can be read hangs on the format's number alone. */
  readonly product: string;
  /** The day that was asked about. */
  readonly asOf: IsoDay;
  /** Ids of the packs that were chosen; `null`: all of them. */
  readonly packs: readonly string[] | null;
  /** Reading id → option id, where today's law is read otherwise than its pack chooses. */
  readonly choices: Readonly<Record<string, string>>;
  readonly data: Project;
  readonly policies: readonly RulePack[];
  readonly workbook: Workbook;
}

export const PROJECT_FORMAT = 'coal-ban-map/project';
export const PROJECT_VERSION = 1;

/** Migrations: number n takes the content of version n + 1 to version n + 2. Version 1 is the first and the current one. */
type Migration = (content: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
const MIGRATIONS: readonly Migration[] = [];

/**
 * Opens a project file that anybody may have written. Everything in it is plain data that is checked key by key; nothing
 * in it is run. A version that this product does not know is refused, because what it means can't be guessed.
 */
export function readProjectFile(source: SourceFile): Result<ProjectFile, ProjectProblem> {
  const decoded = decodeText(source, 'utf-8');
  if (!decoded.ok) return failed(decoded.problems.map((message) => ({ code: 'unreadable', message })));
  let json: unknown;
  try {
    json = JSON.parse(decoded.value.text);
  } catch {
    return failed([{ code: 'not-a-project' }]);
  }
  return readProjectJson(json);
}

export function readProjectJson(json: unknown, migrations: readonly Migration[] = MIGRATIONS): Result<ProjectFile, ProjectProblem> {
  const known = migrations.length + 1;
  const version = versionOf(json);
  if (version === null || !isRecord(json)) return failed([{ code: 'not-a-project' }]);
  if (version > known) return failed([{ code: 'project-newer', version, known }]);
  const content = migrations.slice(version - 1).reduce((older, migrate) => migrate(older), withoutFormat(json));
  const notes: Notes = { problems: [], names: emptyNameBook() };
  const read = projectFile(content, '', notes);
  if (read !== BAD && notes.problems.length === 0) return ok(read);
  return failed(notes.problems.map((problem) => ({ code: 'project-broken', problem })));
}

function versionOf(json: unknown): number | null {
  const format = isRecord(json) ? entry(json, 'format') : undefined;
  const [, number] = typeof format === 'string' ? (/^coal-ban-map\/project@([1-9]\d{0,3})$/u.exec(format) ?? []) : [];
  return number === undefined ? null : Number(number);
}

function withoutFormat(json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'format'));
}

const rulePack: Reader<RulePack> = (value, path, notes) => {
  const parsed = parseRulePack(value);
  if (parsed.ok) return parsed.value;
  notes.problems.push(...parsed.problems.map((problem) => ({ ...problem, path: `${path}.${problem.path}` })));
  return BAD;
};

const projectFile: Reader<ProjectFile> = object<ProjectFile>({
  product: anyText,
  asOf: isoDay,
  packs: nullable(list(id)),
  choices: recordOf(anyText),
  data: projectJson,
  policies: list(rulePack),
  workbook: workbookJson,
});
