import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** How one file names another: a package (`maplibre-gl`, `node:fs`) or a file of this repository (`src/base/truth.ts`). */
export interface Import {
  readonly target: string;
  readonly isFile: boolean;
  /** `import type`: nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** `import('…')` or a worker: loaded when needed. */
  readonly lazy: boolean;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

export interface CodeFile extends SourceFile {
  readonly imports: readonly Import[];
  /** Every name, string and template outside of comments that is written in Chinese. */
  readonly chinese: readonly string[];
  readonly exportsDefault: boolean;
  /** Uses of the type `any`, by line. */
  readonly anyLines: readonly number[];
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'coverage', 'reports', 'test-results']);
const TEXT = /\.(ts|tsx|js|css|html|json|geojson|csv|md|svg|txt)$|^(LICENSE|\.[a-z]+|run)$/;

/** Every text file of the repository: what is installed, built or reported is left out. */
export function textFiles(folder = ''): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    // In a worktree `.git` is a file.
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return textFiles(path);
    if (!TEXT.test(entry.name)) return [];
    const text = readFileSync(join(ROOT, path), 'utf8');
    return [{ path, text, lines: text.split('\n').length - 1 }];
  });
}

/** Reads a TypeScript file with the compiler's own parser, so that comments and strings are never mistaken for code. */
export function readCode(file: SourceFile): CodeFile {
  const root = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const chinese: string[] = [];
  const anyLines: number[] = [];
  let exportsDefault = false;

  const add = (name: ts.Node | undefined, typeOnly: boolean, lazy: boolean): void => {
    if (name !== undefined && ts.isStringLiteralLike(name)) imports.push({ ...resolve(file.path, name.text), typeOnly, lazy });
  };
  /** `new URL('./assess.worker.ts', import.meta.url)` is how a worker is named. */
  const addWorker = (name: ts.Node | undefined): void => {
    if (name !== undefined && ts.isStringLiteralLike(name) && /^\..*\.tsx?$/.test(name.text)) add(name, false, true);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, true);
    else if (ts.isNewExpression(node) && node.expression.getText(root) === 'URL') addWorker(node.arguments?.[0]);
    else if (ts.isExportAssignment(node) || (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent))) {
      exportsDefault = true;
    } else if (node.kind === ts.SyntaxKind.AnyKeyword) anyLines.push(lineOf(root, node));
    if (node.getChildCount(root) === 0 && /\p{Script=Han}/u.test(node.getText(root))) {
      chinese.push(`line ${lineOf(root, node)}: ${node.getText(root).trim().slice(0, 40)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return { ...file, imports, chinese, exportsDefault, anyLines };
}

function lineOf(root: ts.SourceFile, node: ts.Node): number {
  return root.getLineAndCharacterOfPosition(node.getStart(root)).line + 1;
}

function resolve(from: string, name: string): { readonly target: string; readonly isFile: boolean } {
  const bare = name.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { target: posix.join(posix.dirname(from), bare), isFile: true };
  const parts = bare.split('/');
  return { target: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/'), isFile: false };
}
