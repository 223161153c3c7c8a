import { NATION } from '../domain/division.ts';
import type { Condition } from '../policy/condition.ts';

/** Where a document binds: a city's law acts in its own city, a national one everywhere. */
export function jurisdictionTest(code: string): Condition {
  return code === NATION ? { all: [] } : { inDivision: [code] };
}
