import type { RulePack } from '../../policy/rule.ts';
import { memoiseLast } from '../memoise.ts';
import type { OwnPack } from '../own-packs.ts';
import type { CityState, Session } from '../session.ts';

/** Every document that can be asked: the embedded ones, then the reader's own. One of the reader's stands in for the embedded one of its id. */
export function packsOf({ city, own }: Session): readonly RulePack[] | null {
  return gather(city, own);
}

const gather = memoiseLast((city: CityState, own: readonly OwnPack[]): readonly RulePack[] | null => {
  if (city.kind !== 'ready') return null;
  const brought = own.flatMap(({ pack }) => pack ?? []);
  return [...city.city.packs.filter(({ id }) => !brought.some((pack) => pack.id === id)), ...brought];
});
