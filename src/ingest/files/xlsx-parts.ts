import { failed, ok, type Result } from '../../base/result.ts';
import type { FileFault } from './file-fault.ts';
import type { Zip } from './safe-zip.ts';
import { tagsOf } from './scan-xml.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Where the parts of a workbook lie in its archive (ECMA-376-1 §12.2). */
export interface XlsxParts {
  readonly sheets: readonly XlsxSheetPart[];
  readonly strings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  /** Days count from 1904, as once on the Mac. */
  readonly from1904: boolean;
}

export interface XlsxSheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

const MAX_SHEETS = 1000;
const USUAL_WORKBOOK = 'xl/workbook.xml';

export function findXlsxParts(zip: Zip): Result<XlsxParts, FileFault> {
  const top = relationsOf(zip, '');
  if (!top.ok) return top;
  const workbookName = top.value.find(({ type }) => type === 'officeDocument')?.target ?? USUAL_WORKBOOK;
  const workbook = zip.find(workbookName);
  if (workbook === null) return failed([{ code: 'workbook-part-missing', entry: workbookName }]);
  const relations = relationsOf(zip, workbookName);
  if (!relations.ok) return relations;
  const tags = tagsOf(zip, workbook, new Set(['sheet', 'workbookPr']));
  if (!tags.ok) return tags;

  const sheets: XlsxSheetPart[] = [];
  for (const { name: tag, attributes } of tags.value) {
    const relation = relations.value.find(({ id }) => tag === 'sheet' && id === attributes.get('id'));
    // A sheet of a chart or a dialog holds no cells.
    if (relation?.type !== 'worksheet') continue;
    const entry = zip.find(relation.target);
    if (sheets.length >= MAX_SHEETS) return failed([{ code: 'too-many-items', entry: workbookName, limit: MAX_SHEETS }]);
    if (entry === null) return failed([{ code: 'workbook-part-missing', entry: relation.target }]);
    sheets.push({ name: attributes.get('name') ?? '', hidden: (attributes.get('state') ?? 'visible') !== 'visible', entry });
  }
  const part = (type: string) => zip.find(relations.value.find((relation) => relation.type === type)?.target ?? '');
  const from1904 = tags.value.some(({ attributes }) => /^(?:1|true)$/u.test(attributes.get('date1904') ?? ''));
  return ok({ sheets, strings: part('sharedStrings'), styles: part('styles'), from1904 });
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address, which is the same in all editions of the format. */
  readonly type: string;
  readonly target: string;
}

/** What a part refers to; what lies outside the archive is left out and never looked up. */
function relationsOf(zip: Zip, part: string): Result<readonly Relation[], FileFault> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/u.exec(part) ?? [];
  const entry = zip.find(`${folder}_rels/${file}.rels`);
  if (entry === null) return ok([]);
  const tags = tagsOf(zip, entry, new Set(['Relationship']));
  if (!tags.ok) return tags;
  return ok(
    tags.value.flatMap(({ attributes }) => {
      const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((name) => attributes.get(name));
      const isOutside = attributes.get('TargetMode') === 'External';
      return isOutside ? [] : [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) }];
    }),
  );
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
