import type { KnownPlace } from '../../state/selectors/place.ts';
import { countsOf } from '../../state/selectors/sources.ts';
import type { Answer } from '../../state/session.ts';
import { lawWords } from '../../text/law.ts';
import { formatMetres } from '../../text/formats.ts';
import { sayPlantUnits } from '../../text/plant-units.ts';
import { sourceDoubts } from '../law/source-doubts.ts';
import type { Words } from '../parts/words.ts';

/** What a pointer resting on a thing of the map reads below its name: what it is, and what follows from that and why. */
export function placeFacts({ lang, w, t }: Words, place: KnownPlace, answer: Answer | null): readonly string[] {
  const words = lawWords[lang];
  switch (place.kind) {
    case 'source': {
      const { kind } = place.record;
      const what = [kind === null ? words.place.unknown : t.heatSourceKind[kind], sayPlantUnits(lang, place.record)].filter(Boolean).join(' · ');
      if (answer === null) return [what];
      const { lacking, questions } = sourceDoubts(lang, answer, place.index);
      return [what, words.sources.verdict[countsOf(answer, place.index)], ...(lacking.length === 0 ? [] : [w.findings.missing(lacking.join(w.listSeparator))]), ...questions.map(words.sources.doubt)];
    }
    case 'zone': {
      const { kind, class: zoneClass, illustrative } = place.record;
      const classed = kind !== 'noBurn' ? '' : zoneClass === null ? words.place.noClass : t.zoneClass[zoneClass];
      return [[t.zoneKind[kind], classed].filter(Boolean).join(' · '), ...(illustrative ? [words.place.illustrative] : [])];
    }
    case 'park':
      return [`${w.placeKind.park} · ${words.place.accuracyOf(formatMetres(lang, place.record.accuracyM))}`];
    case 'station':
      return [[words.place.levels[place.record.level], place.record.role === null ? '' : words.place.roles[place.record.role]].filter(Boolean).join(' · ')];
  }
}
