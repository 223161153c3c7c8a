import type { Side } from '../../state/selectors/sides.ts';
import type { CompareWords } from '../../text/compare-zh.ts';

/** What a side goes by, wherever it stands alone. */
export function sideName(w: CompareWords, { scenario, file }: Side): string {
  const name = scenario?.name ?? w.today;
  return file === null ? name : w.ofFile(name, file);
}
