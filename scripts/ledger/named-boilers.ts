import { rowOf, type Row } from './row.ts';
import { FROM_DOCUMENT, FUEL, KIND } from './words.ts';

/**
 * The ten boilers that annex 4 of the 2024 action plan names, 350 t/h in all. The document gives neither county nor
 * place nor state, so these stay blank; that they are in the city, 140500, is certain.
 */
const NAMED = [
  { enterprise: '山西天泽集团永丰化肥有限公司', count: 2 },
  { enterprise: '山西晋丰煤化工有限责任公司', count: 4 },
  { enterprise: '山西兰花丹峰化工股份有限公司', count: 2 },
  { enterprise: '山西金象煤化工有限责任公司', count: 2 },
] as const;

export function namedBoilers(): readonly Row[] {
  return NAMED.flatMap(({ enterprise, count }) =>
    Array.from({ length: count }, (_, index) => ({ enterprise, name: `35蒸吨燃煤锅炉(${String(count)}台之${String(index + 1)})` })),
  ).map(({ enterprise, name }, index) =>
    rowOf({
      id: `DOC-${String(index + 1).padStart(3, '0')}`,
      name,
      enterprise,
      kind: KIND.boiler,
      fuel: FUEL.coal,
      capacityTph: '35',
      count: '1',
      divisionCode: '140500',
      nature: FROM_DOCUMENT,
    }),
  );
}
