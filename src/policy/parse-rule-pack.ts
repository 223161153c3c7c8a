import { failed, ok, type Result } from '../base/result.ts';
import type { IsoDay, Period } from '../domain/place.ts';
import type { Duty } from './duty.ts';
import { DUTIES } from './duty.ts';
import { ZONE_KINDS, type ZoneKind } from '../domain/zone.ts';
import { emptyNameBook, nameProblems, type NameKind } from './name-book.ts';
import type { PackProblem } from './pack-problem.ts';
import type { Notes, Reader } from './pack-reader.ts';
import { also, anyText, BAD, count, divisionCode, entry, flag, id, isRecord, isoDay, keyPath, list, nonEmpty, notNegative, note, nullable, object, oneOf, positive, text } from './pack-reader.ts';
import { condition, uses } from './read-condition.ts';
import type { AreaDuty, Bilingual, ControlTotal, Coverage, Deadline, Departments, Exemption, NamedList, Reading, Rule, RulePack, SitingRule, SourceRequirement, SourceSet, Target } from './rule.ts';

/**
 * Reads one document of law from JSON that anybody may have written.
 *
 * @returns the pack, or every problem found in it, each with its exact path. Never throws on data.
 */
export function parseRulePack(json: unknown): Result<RulePack, PackProblem> {
  const notes: Notes = { problems: [], names: emptyNameBook() };
  const pack = rulePack(json, '', notes);
  const problems = [...notes.problems, ...nameProblems(notes.names)];
  if (pack === BAD || problems.length > 0) return failed(problems);
  return ok(pack);
}

const bilingual = object<Bilingual>({ zh: text, en: text });

const departments = object<Departments>({ lead: list(text), share: list(text) });

const period = also(object<Period>({ from: nullable(isoDay), until: nullable(isoDay) }), (read, path, notes) => {
  if (read.from !== null && read.until !== null && read.until < read.from) {
    note(notes, keyPath(path, 'until'), 'inconsistent', `≥ ${read.from}`, read.until);
  }
});

const noDay: Reader<null> = (value, path, notes) => (value === null ? null : note(notes, path, 'inconsistent', 'null', value));

const DEADLINES = {
  stated: object<{ origin: 'stated'; day: IsoDay }>({ origin: oneOf(['stated']), day: isoDay }),
  inherited: object<{ origin: 'inherited'; day: IsoDay; from: string }>({ origin: oneOf(['inherited']), day: isoDay, from: text }),
  none: object<{ origin: 'none'; day: null }>({ origin: oneOf(['none']), day: noDay }),
};

const origin = oneOf(['stated', 'inherited', 'none']);

const deadline: Reader<Deadline> = (value, path, notes) => {
  if (!isRecord(value)) return note(notes, path, 'type', 'object', value);
  const read = origin(entry(value, 'origin'), keyPath(path, 'origin'), notes);
  return read === BAD ? BAD : DEADLINES[read](value, path, notes);
};

const exemption = object<Exemption>({ clause: bilingual, article: text, condition: condition('facility') });

const HOLDABLE: readonly Duty[] = DUTIES.filter((duty) => duty !== 'hold' && duty !== 'none');

const sitingRule = object<SitingRule>({
  id: defines('demand'),
  title: bilingual,
  article: text,
  phrase: text,
  topic: id,
  inForce: period,
  standing: flag,
  subject: condition('project'),
  when: condition('project'),
  unless: list(object<Exemption>({ clause: bilingual, article: text, condition: condition('project') })),
  strength: oneOf(['forbidden', 'inPrinciple']),
  departments,
});

const rule = also(
  object<Rule>({
    id: defines('demand'),
    title: bilingual,
    article: text,
    phrase: text,
    topic: id,
    inForce: period,
    standing: flag,
    subject: condition('facility'),
    when: condition('facility'),
    unless: list(exemption),
    duty: oneOf(DUTIES),
    holds: list(oneOf(HOLDABLE)),
    deadline,
    departments,
  }),
  ({ duty, holds }, path, notes) => {
    if ((duty === 'hold') !== holds.length > 0) {
      note(notes, keyPath(path, 'holds'), 'inconsistent', duty === 'hold' ? HOLDABLE.join(' | ') : 'empty list', holds);
    }
  },
);

const reading = also(
  object<Reading>({
    id: defines('reading'),
    question: bilingual,
    options: nonEmpty(object({ id, label: bilingual })),
    chosen: id,
    why: bilingual,
  }),
  (read, path, notes) => {
    const options = read.options.map((option) => option.id);
    notes.names.offered.push({ reading: read.id, options, path });
    if (!options.includes(read.chosen)) note(notes, keyPath(path, 'chosen'), 'reference', options.join(' | '), read.chosen);
    options.forEach((option, index) => {
      if (options.indexOf(option) < index) note(notes, `${path}.options[${index}].id`, 'duplicate', `not as in ${path}.options[${options.indexOf(option)}].id`, option);
    });
  },
);

const sourceSet = object<SourceSet>({
  id: defines('sourceSet'),
  article: text,
  phrase: text,
  radiusM: positive,
  eligible: condition('heatSource'),
});

const sourceRequirement = object<SourceRequirement>({
  id: defines('demand'),
  article: text,
  phrase: text,
  inForce: period,
  standing: flag,
  appliesTo: condition('heatSource'),
  require: condition('heatSource'),
});

const namedList = object<NamedList>({
  id: defines('list'),
  article: text,
  entries: nonEmpty(object({ enterprise: text, alsoKnownAs: list(text), count, capacityTph: nullable(notNegative) })),
});

const areaDuty: Reader<AreaDuty> = object<Omit<AreaDuty, 'designates'>, { designates: readonly ZoneKind[] }>(
  { id: defines('demand'), article: text, title: bilingual, phrase: text, deadline, departments },
  { designates: nonEmpty(oneOf(ZONE_KINDS)) },
);

const target = object<Target>({
  id: defines('demand'),
  article: text,
  phrase: text,
  divisionCode,
  place: nullable(bilingual),
  pollutant: oneOf(['pm25', 'no2', 'so2', 'dustfall', 'heavyPollutionDays']),
  op: oneOf(['lt', 'lte']),
  limit: notNegative,
  unit: oneOf(['ug/m3', 't/(km2·month)', 'day']),
  period,
  strength: oneOf(['hard', 'steady', 'strive', 'trigger']),
});

const controlTotal = object<ControlTotal>({
  id: defines('demand'),
  article: text,
  phrase: text,
  divisionCode,
  where: condition('facility'),
  count: nullable(count),
  capacityTph: nullable(notNegative),
});

const coverage = also(
  object<Coverage>({ article: text, heading: bilingual, by: list(also(id, uses('covering'))), why: nullable(bilingual) }),
  ({ by, why }, path, notes) => {
    if (by.length === 0 && why === null) note(notes, keyPath(path, 'why'), 'inconsistent', 'by | why', why);
  },
);

const rulePack = object<RulePack>({
  format: oneOf(['coal-ban-map/rule-pack@1']),
  id,
  version: text,
  title: bilingual,
  shortTitle: bilingual,
  documentNumber: anyText,
  issued: nullable(isoDay),
  jurisdiction: divisionCode,
  inForce: period,
  supersedes: list(id),
  readings: list(reading),
  sourceSets: list(sourceSet),
  sourceRequirements: list(sourceRequirement),
  lists: list(namedList),
  rules: list(rule),
  siting: list(sitingRule),
  areaDuties: list(areaDuty),
  targets: list(target),
  controlTotals: list(controlTotal),
  coverage: list(coverage),
});

/** An id under which the rest of the pack, or a report, may speak of the entry. */
function defines(kind: NameKind): Reader<string> {
  return also(id, (name, path, notes) => {
    notes.names.defined.push({ kind, id: name, path });
  });
}
