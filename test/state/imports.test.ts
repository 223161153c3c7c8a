import { describe, expect, it } from 'vitest';
import { quarantineCsv } from '../../src/export/quarantine-csv.ts';
import { answerItem, applyImports, asksDoubles, cancelItem, chooseSheets, clearDesk, correctRow, doublesOf, removeItem, retryItem, setDoubles, setItemKind, setMode, withImports } from '../../src/state/imports/import-commands.ts';
import { backToSample, isPlainSample, redoImport, undoImport } from '../../src/state/imports/holdings.ts';
import type { Session } from '../../src/state/session.ts';
import { historyOf, toSavedImports } from '../../src/state/persistence/saved-imports.ts';
import { createReader } from '../../src/worker/run-imports.ts';
import { corpusFile, isSettled, openDesk, sampleCity } from './desk.ts';

const LEDGER = ['名称,单位名称,燃料,吨位(t/h),用途,县区,状态,经度(WGS84),纬度(WGS84)', '一号锅炉,甲公司,烟煤,10,采暖,高平市,在用,112.92,35.8', '二号锅炉,乙公司,天然气,20,采暖,高平市,在用,112.93,35.81', '三号锅炉,丙公司,烟煤,十吨多,采暖,高平市,在用,112.94,35.82'].join('\n');

function projectOf({ city }: Session) {
  if (city.kind !== 'ready') throw new Error('projectOf: got no city');
  return city.city.project;
}

describe('a ledger on the desk', () => {
  it('is read to its result, replaces the sample when applied, and gives it back when undone', async () => {
    const { store, put, item, until } = openDesk();
    const [id = ''] = put(['台账.csv', LEDGER]);
    await until(isSettled);
    const { stage, guess } = item(id);
    if (stage.kind !== 'read' || stage.result.kind !== 'data') throw new Error(`got ${JSON.stringify(stage)}`);
    expect(guess).toMatchObject({ kind: 'facilities', why: 'columns' });
    expect(stage.result.input).toMatchObject({ rows: 3, accepted: 2, quarantined: 1, ignored: 0 });
    expect(stage.result.crs).toMatchObject({ crs: 'wgs84', basis: 'stated' });

    const compared = await until(({ imports }) => imports.difference.kind === 'found');
    if (compared.imports.difference.kind !== 'found') throw new Error('got no difference');
    expect(compared.imports.difference.difference.ledger).toMatchObject({ added: 2, missing: sampleCity().project.facilities.length, changed: 0, same: 0 });

    store.apply(applyImports);
    const applied = await until(({ imports }) => imports.holdings.past.length === 1);
    const project = projectOf(applied);
    expect(project.facilities.map(({ name }) => name)).toEqual(['一号锅炉', '二号锅炉']);
    expect(project.quarantine).toHaveLength(1);
    expect(project.sample).toBe(false);
    expect(project.zones).toEqual([]);
    expect(project.divisions.length).toBeGreaterThan(0);
    expect(project.inputs.map(({ name }) => name)).toContain('台账.csv');
    expect(project.inputs.map(({ name }) => name)).not.toContain('facilities.csv');
    expect(applied.imports.items).toEqual([]);

    store.apply(undoImport);
    expect(projectOf(store.get())).toBe(sampleCity().project);
    store.apply(redoImport);
    expect(projectOf(store.get())).toBe(project);
    store.apply(backToSample);
    expect(projectOf(store.get()).sample).toBe(true);
    expect(isPlainSample(store.get().imports.holdings.present)).toBe(true);
  });

  it('joins what is there when it is to be added', async () => {
    const { store, put, until } = openDesk();
    put(['台账.csv', LEDGER]);
    store.apply(setMode('facilities', 'add'));
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    const project = projectOf(await until(({ imports }) => imports.holdings.past.length === 1));
    expect(project.facilities).toHaveLength(sampleCity().project.facilities.length + 2);
    expect(project.sample).toBe(true);
    expect(project.zones).toBe(sampleCity().project.zones);
  });

  it('that is added asks what becomes of facilities that stand already, and does as it is told', async () => {
    const { store, put, until } = openDesk();
    put(['台账.csv', LEDGER]);
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    await until(({ imports }) => imports.holdings.past.length === 1);
    const newer = LEDGER.replace('一号锅炉,甲公司,烟煤,10', '一号锅炉,甲公司,天然气,').replace('二号锅炉,乙公司', '四号锅炉,丁公司');
    put(['增补.csv', newer]);
    store.apply(setMode('facilities', 'add'));
    const asked = await until(({ imports }) => imports.difference.kind === 'found');
    expect([asksDoubles(asked.imports), asked.imports.difference]).toMatchObject([true, { difference: { ledger: { added: 1, missing: 0, changed: 1, same: 0, firstChanged: [{ name: '一号锅炉', changes: [{ fact: 'fuel', before: 'coal', after: 'gas' }] }] } } }]);
    store.apply(applyImports);
    expect(store.get().imports.taking).toBeNull();
    // Where the comparison fails nobody knows, so it is asked all the same.
    expect(asksDoubles({ ...asked.imports, difference: { kind: 'failed' } })).toBe(true);

    store.apply(setDoubles('update'));
    const told = await until(({ imports }) => imports.difference.kind === 'found');
    expect([asksDoubles(told.imports), doublesOf(told.imports)]).toEqual([false, 'update']);
    store.apply(applyImports);
    const done = await until(({ imports }) => imports.holdings.past.length === 2);
    expect(projectOf(done).facilities.map(({ name, fuel, capacityTph }) => [name, fuel, capacityTph])).toEqual([['一号锅炉', 'gas', 10], ['二号锅炉', 'gas', 20], ['四号锅炉', 'gas', 20]]);
    // Read again after a reload, it comes to the same.
    const loaded = done.imports.holdings.present.loaded.map(({ answers }) => answers.doubles);
    expect(loaded).toEqual([undefined, 'update']);
  });

  it('takes a row in once its cell has been put right, and counts it', async () => {
    const { store, put, item, until } = openDesk();
    const [id = ''] = put(['台账.csv', LEDGER]);
    await until(isSettled);
    store.apply(correctRow(id, 3, [{ column: '吨位(t/h)', value: '10' }]));
    await until(() => {
      const { stage } = item(id);
      return stage.kind === 'read' && stage.result.kind === 'data' && stage.result.input.quarantined === 0;
    });
    const { stage } = item(id);
    if (stage.kind !== 'read' || stage.result.kind !== 'data') throw new Error('got no result');
    expect(stage.result.input).toMatchObject({ rows: 3, accepted: 3, quarantined: 0, ignored: 0 });
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    const project = projectOf(await until(({ imports }) => imports.holdings.past.length === 1));
    expect(project.facilities.map(({ name, capacityTph, original }) => [name, capacityTph, original['吨位(t/h)']])).toContainEqual(['三号锅炉', 10, '十吨多']);
  });

  it('asks which system undeclared degrees are in, and says what each answer would change', async () => {
    const { store, put, item, until } = openDesk();
    const [id = ''] = put(['台账.csv', LEDGER.replaceAll('(WGS84)', '')]);
    await until(isSettled);
    await until(() => {
      const { stage } = item(id);
      return stage.kind === 'asking' && stage.question.kind === 'crs' && stage.question.candidates.every(({ verdicts }) => verdicts !== null);
    });
    const { stage } = item(id);
    if (stage.kind !== 'asking' || stage.question.kind !== 'crs') throw new Error('got no question');
    expect(stage.question.candidates.map(({ crs, points }) => [crs, points.length])).toEqual([['wgs84', 2], ['gcj02', 2], ['bd09', 2]]);
    expect(stage.question.candidates[0]?.verdicts?.moved).toBe(0);
    store.apply(answerItem(id, { crs: 'gcj02' }));
    await until(isSettled);
    const read = item(id).stage;
    expect(read).toMatchObject({ kind: 'read', result: { crs: { crs: 'gcj02', basis: 'given' } } });
  });

  it('asks about columns that it does not know, and remembers the answers', async () => {
    const { store, put, item, until } = openDesk();
    const text = LEDGER.replace('吨位(t/h)', '出力大小(t/h)');
    const [id = ''] = put(['台账.csv', text]);
    await until(isSettled);
    const { stage } = item(id);
    if (stage.kind !== 'asking' || stage.question.kind !== 'columns') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
    const columns = stage.question.mapping.columns.map((choice) => (choice.header === '出力大小(t/h)' ? { ...choice, field: 'capacityTph', unit: 't/h', why: 'chosen' as const, confidence: 1, like: null } : choice));
    expect(stage.question.sample.rows).toHaveLength(3);
    store.apply(answerItem(id, { mapping: { columns } }));
    await until(isSettled);
    expect(item(id).stage.kind).toBe('read');
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    await until(({ imports }) => imports.holdings.past.length === 1);

    const [again = ''] = put(['下一季.csv', text]);
    await until(isSettled);
    expect(item(again)).toMatchObject({ isRemembered: true, stage: { kind: 'read' } });
    const known = await until(({ imports }) => imports.difference.kind === 'found');
    if (known.imports.difference.kind !== 'found') throw new Error('got no difference');
    expect(known.imports.difference.difference.ledger).toMatchObject({ added: 0, missing: 0, changed: 0, same: 2 });
    expect(known.imports.difference.difference.verdicts.first).toEqual([]);
  });

  it('lists the rows that were set aside as a file that reads again without a question', async () => {
    const { store, driver, put, item, until } = openDesk();
    const text = LEDGER.replaceAll('(WGS84)', '').replace('吨位(t/h)', '出力大小(t/h)');
    const [id = ''] = put(['台账.csv', text]);
    await until(isSettled);
    const asked = item(id).stage;
    if (asked.kind !== 'asking' || asked.question.kind !== 'columns') throw new Error('got no question about columns');
    const columns = asked.question.mapping.columns.map((choice) => (choice.header === '出力大小(t/h)' ? { ...choice, field: 'capacityTph', unit: 't/h', why: 'chosen' as const, confidence: 1, like: null } : choice));
    store.apply(answerItem(id, { mapping: { columns }, crs: 'gcj02' }));
    await until(({ imports }) => imports.difference.kind === 'found');
    const csv = quarantineCsv(await driver.rejected(id, 'quarantine'), 'zh');
    store.apply(applyImports);
    await until(({ imports }) => imports.holdings.past.length === 1);

    const [again = ''] = put(['待改.csv', csv.replace('十吨多', '10')]);
    await until(isSettled);
    expect(item(again)).toMatchObject({ isRemembered: true, stage: { kind: 'read', result: { crs: { crs: 'gcj02' }, input: { rows: 1, accepted: 1 } } } });
    store.apply(setMode('facilities', 'add'));
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    const project = projectOf(await until(({ imports }) => imports.holdings.past.length === 2));
    expect(project.facilities.map(({ name }) => name)).toEqual(['一号锅炉', '二号锅炉', '三号锅炉']);
  });

  it('reads several sheets of a workbook as files of their own', async () => {
    const { store, put, item, until } = openDesk();
    const [id = ''] = put(corpusFile('xlsx-several-sheets.xlsx'));
    await until(isSettled);
    const { stage } = item(id);
    if (stage.kind !== 'asking' || stage.question.kind !== 'sheet') throw new Error(`got ${JSON.stringify(stage).slice(0, 300)}`);
    const { sheets } = stage.question;
    store.apply(chooseSheets(id, sheets));
    const settled = await until((session) => isSettled(session) && session.imports.items.length === sheets.length);
    expect(settled.imports.items.map(({ answers }) => answers.sheet)).toEqual(sheets);
  });

  it('stops being read when it is cancelled or taken off, and what was loaded stays', async () => {
    const { store, put, item, until } = openDesk();
    const many = [LEDGER, ...Array.from({ length: 60_000 }, (_, i) => `${String(i)}号炉,丁公司,烟煤,10,采暖,高平市,在用,112.9${String(i)},35.8`)].join('\n');
    const [large = ''] = put(['大.csv', many]);
    await until(() => item(large).stage.kind === 'reading');
    store.apply(cancelItem(large));
    expect(item(large).stage.kind).toBe('cancelled');
    const [small = ''] = put(['台账.csv', LEDGER]);
    await until(() => item(small).stage.kind === 'read');
    expect(item(large).stage.kind).toBe('cancelled');
    store.apply(removeItem(large));
    store.apply(removeItem(small));
    expect(projectOf(store.get())).toBe(sampleCity().project);
  });

  it('is read by its newest answers when these change while it is read', async () => {
    const { store, put, item, until } = openDesk();
    const rows = Array.from({ length: 20_000 }, (_, i) => `${String(i)}号炉,丁公司,烟煤,2台10蒸吨,采暖,高平市,在用,112.9${String(i)},35.8`);
    const [id = ''] = put(['大.csv', [LEDGER.split('\n')[0], ...rows].join('\n')]);
    await until(() => item(id).stage.kind === 'reading');
    store.apply(answerItem(id, { groups: 'split' }));
    await until(isSettled);
    store.apply(applyImports);
    const project = projectOf(await until(({ imports }) => imports.holdings.past.length === 1));
    expect(project.facilities).toHaveLength(40_000);
    expect(project.inputs.find(({ name }) => name === '大.csv')).toMatchObject({ rows: 20_000, accepted: 20_000 });
  });

  it('is said not to be readable when there is no reader to be had, and read once there is', async () => {
    let isThere = false;
    const { store, put, item, until } = openDesk((onLost) => {
      if (!isThere) throw new Error('no chunk');
      return createReader(onLost);
    });
    const [id = ''] = put(['台账.csv', LEDGER]);
    await until(isSettled);
    expect(item(id).stage).toEqual({ kind: 'broken', code: 'reader-died' });
    isThere = true;
    store.apply(retryItem(id));
    await until(isSettled);
    expect(item(id).stage.kind).toBe('read');
  });

  it('is read again when its reader is lost while it is taken over, and can be applied then', async () => {
    let failures = 1;
    const { store, put, until } = openDesk((onLost) => {
      const reader = createReader(onLost);
      return {
        ...reader,
        take: (...asked) => {
          failures -= 1;
          return failures >= 0 ? Promise.reject(new Error('reader-died')) : reader.take(...asked);
        },
      };
    });
    put(['台账.csv', LEDGER]);
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    await until(({ imports }) => imports.taking === null && imports.difference.kind === 'found');
    expect(projectOf(store.get())).toBe(sampleCity().project);
    store.apply(applyImports);
    const project = projectOf(await until(({ imports }) => imports.holdings.past.length === 1));
    expect(project.facilities).toHaveLength(2);
  });

  it('is not loaded when the desk is cleared while it is taken over, at whatever piece that is', async () => {
    for (let piece = 0; piece < 4; piece += 1) {
      const { store, put, until } = openDesk();
      put(['台账.csv', LEDGER], ['再一份.csv', LEDGER]);
      await until(({ imports }) => imports.difference.kind === 'found');
      let seen = 0;
      const stop = store.subscribe(({ imports }, before) => {
        if (imports.taking === null || imports.taking === before.imports.taking) return;
        if (seen++ === piece) store.apply(clearDesk);
      });
      store.apply(applyImports);
      await until(({ imports }) => imports.taking === null && imports.items.length === 0);
      stop();
      put(['台账.csv', LEDGER]);
      await until(({ imports }) => imports.difference.kind === 'found');
      expect(seen).toBeGreaterThan(piece);
      expect(store.get().imports.holdings.past).toEqual([]);
      expect(projectOf(store.get())).toBe(sampleCity().project);
      store.apply(applyImports);
      expect(projectOf(await until(({ imports }) => imports.holdings.past.length === 1)).facilities).toHaveLength(2);
    }
  });

  it('that was loaded before a reload is named as lost when there is no reader to read it again', async () => {
    const { store, put, until } = openDesk();
    put(['台账.csv', LEDGER]);
    await until(({ imports }) => imports.difference.kind === 'found');
    store.apply(applyImports);
    const { imports } = await until(({ imports }) => imports.holdings.past.length === 1);
    const again = openDesk(() => {
      throw new Error('no chunk');
    });
    again.store.apply(withImports((now) => ({ ...now, holdings: historyOf(toSavedImports('tab', '2026-11-27T00:00:00Z', imports.holdings)) })));
    expect((await again.until((session) => session.imports.lost !== null)).imports).toMatchObject({ lost: ['台账.csv'], taking: null });
  });

  it('is not loaded with the others when it leaves the desk while they are taken over, at whatever piece that is', async () => {
    for (let piece = 0; piece < 4; piece += 1) {
      const { store, put, until } = openDesk();
      const [, second = ''] = put(['台账.csv', LEDGER], ['再一份.csv', LEDGER]);
      await until(({ imports }) => imports.difference.kind === 'found');
      let seen = 0;
      const stop = store.subscribe(({ imports }, before) => {
        if (imports.taking === null || imports.taking === before.imports.taking) return;
        if (seen++ === piece) store.apply(removeItem(second));
      });
      store.apply(applyImports);
      await until(({ imports }) => imports.taking === null);
      stop();
      expect(seen).toBeGreaterThan(piece);
      expect(store.get().imports.holdings.past).toEqual([]);
      await until(({ imports }) => imports.difference.kind === 'found');
      store.apply(applyImports);
      const { imports } = await until(({ imports }) => imports.holdings.past.length === 1);
      expect(imports.holdings.present.loaded.map(({ name }) => name)).toEqual(['台账.csv']);
    }
  });

  it('is not held against anything once how it comes was changed, but as it comes now', async () => {
    const asked: boolean[] = [];
    let tell = (): void => undefined;
    const { store, put, until } = openDesk((onLost) => {
      const reader = createReader(onLost);
      return {
        ...reader,
        tell: (...given) => {
          tell();
          return reader.tell(...given);
        },
        compare: (job, onShare) => {
          asked.push(job.keepsFacilities);
          return reader.compare(job, onShare);
        },
      };
    });
    const [id = ''] = put(['台账.csv', LEDGER]);
    tell = () => {
      if (store.get().imports.difference.kind !== 'working' || store.get().imports.plan.modes.facilities === 'add') return;
      store.apply(setMode('facilities', 'add'));
    };
    await until(({ imports }) => imports.difference.kind === 'found');
    expect(store.get().imports.items.map((item) => item.id)).toEqual([id]);
    expect(asked).toEqual([true]);
  });

  it('says what it is taken for, and can be told otherwise', async () => {
    const { store, put, item, until } = openDesk();
    const [id = ''] = put(['列表.csv', '名称,经度(WGS84),纬度(WGS84)\n热电厂,112.9,35.5\n']);
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'asking', question: { kind: 'what', guess: { kind: null } } });
    store.apply(setItemKind(id, 'heatSources'));
    await until(isSettled);
    expect(item(id).stage).toMatchObject({ kind: 'read', result: { what: 'heatSources', input: { accepted: 1 } } });
  });
});
