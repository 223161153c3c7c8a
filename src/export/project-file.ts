import product from '../../package.json' with { type: 'json' };
import { PROJECT_FORMAT, PROJECT_VERSION, type ProjectFile } from '../ingest/read-project-file.ts';

/**
 * A piece of work as the text of its project file; `readProjectFile` gives the same back. No clock and no random: opened
 * and saved again it is the same bytes. Facilities and zones come a line each, so that two files can be compared line by line.
 */
export function toProjectFile({ data, policies, workbook, ...head }: Omit<ProjectFile, 'product'>): string {
  const { facilities, zones, ...rest } = data;
  const opening = JSON.stringify({ format: `${PROJECT_FORMAT}@${PROJECT_VERSION}`, product: product.version, ...head });
  return [
    `${opening.slice(0, -1)},`,
    `"workbook":{"open":${JSON.stringify(workbook.open)},"scenarios":${lines(workbook.scenarios)}},`,
    `"policies":${lines(policies)},`,
    `"data":${JSON.stringify(rest).slice(0, -1)},`,
    `"zones":${lines(zones)},`,
    `"facilities":${lines(facilities)}}}`,
    '',
  ].join('\n');
}

function lines(entries: readonly unknown[]): string {
  return entries.length === 0 ? '[]' : `[\n${entries.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
}
