import type { DraftZone, Plan, Scenario, Workbook } from '../../domain/scenario.ts';

/** One step of work on scenarios: the same workbook when there is nothing to change. */
export type WorkbookEdit = (workbook: Workbook) => Workbook;

/** Puts a new scenario last and opens it. */
export function addScenario(scenario: Scenario): WorkbookEdit {
  return ({ scenarios }) => ({ scenarios: [...scenarios, scenario], open: scenario.id });
}

/** A copy to go on with, open and not frozen, that knows where it came from. */
export function forkScenario(id: string, as: Pick<Scenario, 'id' | 'name' | 'madeOn'>): WorkbookEdit {
  return (workbook) => {
    const source = workbook.scenarios.find((scenario) => scenario.id === id);
    return source === undefined ? workbook : addScenario({ ...source, ...as, forkedFrom: id, frozen: false })(workbook);
  };
}

export function removeScenario(id: string): WorkbookEdit {
  return (workbook) => {
    const scenarios = workbook.scenarios.filter((scenario) => scenario.id !== id);
    if (scenarios.length === workbook.scenarios.length) return workbook;
    return { scenarios, open: workbook.open === id ? null : workbook.open };
  };
}

/** `null` opens none: today's law. */
export function openScenario(id: string | null): WorkbookEdit {
  return (workbook) => (workbook.open === id || (id !== null && !workbook.scenarios.some((one) => one.id === id)) ? workbook : { ...workbook, open: id });
}

/** 定稿: from here on it stays as it is. There is no way back but a fork. */
export function freezeScenario(id: string): WorkbookEdit {
  return changeScenario(id, (scenario) => ({ ...scenario, frozen: true }));
}

export function describeScenario(id: string, words: Partial<Pick<Scenario, 'name' | 'description'>>): WorkbookEdit {
  return changeScenario(id, (scenario) => ({ ...scenario, ...words }));
}

export function addDraft(scenario: string, draft: DraftZone): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, zones: [...open.zones, draft] }));
}

export function changeDraft(scenario: string, id: string, change: Partial<Omit<DraftZone, 'id'>>): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, zones: open.zones.map((zone) => (zone.id === id ? { ...zone, ...change } : zone)) }));
}

export function removeDraft(scenario: string, id: string): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, zones: open.zones.filter((zone) => zone.id !== id) }));
}

/** `null` takes the plan back. */
export function setPlan(scenario: string, facility: string, plan: Plan | null): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, plans: withEntry(open.plans, facility, plan) }));
}

/** `null` gives the source its own reach back. */
export function setReach(scenario: string, source: string, reachM: number | null): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, reachM: withEntry(open.reachM, source, reachM) }));
}

/** `null` reads as the pack does. */
export function setReading(scenario: string, reading: string, option: string | null): WorkbookEdit {
  return changeScenario(scenario, (open) => ({ ...open, readings: withEntry(open.readings, reading, option) }));
}

function changeScenario(id: string, change: (scenario: Scenario) => Scenario): WorkbookEdit {
  return (workbook) => {
    const at = workbook.scenarios.findIndex((scenario) => scenario.id === id);
    const scenario = workbook.scenarios[at];
    if (scenario === undefined || scenario.frozen) return workbook;
    return { ...workbook, scenarios: workbook.scenarios.with(at, change(scenario)) };
  };
}

/** Keys come from files: `Object.fromEntries` makes an own entry even of `__proto__`. */
function withEntry<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value | null): Readonly<Record<string, Value>> {
  const others = Object.entries(record).filter(([other]) => other !== key);
  return Object.fromEntries(value === null ? others : [...others, [key, value] as const]);
}
