import type { Project } from '../domain/project.ts';

/** Characters of each digest that are kept: 48 bits, plenty to tell one delivery of a file from the next. */
const KEPT = 12;

/** Which data this is: the digests of the files it was read from, whatever their order. Equal data, equal text. */
export function revisionOf({ inputs }: Pick<Project, 'inputs'>): string {
  return inputs
    .filter(({ kind }) => kind !== 'policy')
    .map(({ kind, sha256 }) => `${kind}:${sha256.slice(0, KEPT)}`)
    .sort()
    .join(' ');
}
