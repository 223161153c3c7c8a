import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { openRuleBook } from '../../src/assess/rule-book.ts';
import { buildScene } from '../../src/assess/scene.ts';
import { verdictOf } from '../../src/assess/verdict.ts';
import { scenarioProject } from '../../src/draft/scenario-project.ts';
import { terms } from '../../src/text/terms.ts';
import { toProjectFile } from '../../src/export/project-file.ts';
import { facility, pack, project, rule, square, zone, HOME } from '../assess/tiny.ts';
import { draftZone, scenario, workbook } from '../state/workbooks.ts';
import { runCli, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const PACK = pack([rule({ id: 'ban', phrase: '禁煤区', when: { inZone: ['coalBan'] } })], { sourceSets: [] });
const DATA = project({
  facilities: [facility({ id: 'in', lngLat: HOME }), facility({ id: 'out', lngLat: [113.5, 35.9] })],
  zones: [zone({ id: 'far', polygons: square([113.5, 35.9], 0.01) })],
});
const SCENARIO = scenario({ name: '南扩', zones: [draftZone({ replaces: 'far' })] });
const FILE = toProjectFile({ asOf: '2024-06-01', packs: null, choices: {}, data: DATA, policies: [PACK], workbook: workbook([SCENARIO, scenario({ id: 's2', name: '同名' }), scenario({ id: 's3', name: '同名' })]) });

const verdicts = (out: string): unknown => (JSON.parse(out) as { facilities: readonly { id: string; verdict: unknown }[] }).facilities.map(({ id, verdict }) => [id, verdict]);
const run = (...args: string[]) => withFiles({ 'work.json': FILE }, (path) => runCli(['--project', path('work.json'), '--format', 'json', '--only', 'all', ...args]));

describe('--project', () => {
  it.each([
    ['today\'s law', [], DATA],
    ['a scenario', ['--scenario', '南扩'], scenarioProject(DATA, SCENARIO, terms.zh.draftZone)],
  ])('gives the verdicts of %s', (_, args, world) => {
    const assessment = assess(buildScene(world), openRuleBook([PACK], '2024-06-01', {}));
    const { exit, out, err } = run(...args);
    expect([exit, err.includes('2024-06-01') || err.includes('2024')]).toEqual([0, true]);
    expect(verdicts(out)).toEqual(DATA.facilities.map(({ id }, i) => [id, assessment && verdictOf(assessment, i)]));
  });

  it('answers differently for the two, or it would show nothing', () => {
    expect(verdicts(run().out)).not.toEqual(verdicts(run('--scenario', 's1').out));
  });

  it('compares any two, also with today, and names whom it does not know', () => {
    const { exit, out, err } = run('--compare', 'today,南扩');
    const { facilities, totals, manifest } = JSON.parse(out) as { facilities: { id: string; change: string; causes: string[] }[]; totals: { all: { affectedAfter: { count: number } } }; manifest: { after: { name: string } } };
    expect([exit, err]).toEqual([0, expect.stringContaining('甲 1 ＋ 新增 1 － 不再 1 ＝ 乙 1') as string]);
    expect(facilities.map(({ id, change, causes }) => [id, change, causes])).toEqual([['in', 'newlyAffected', ['zone']], ['out', 'released', ['zone']]]);
    expect([totals.all.affectedAfter.count, manifest.after.name]).toEqual([1, '南扩']);
    const csv = withFiles({ 'work.json': FILE }, (path) => runCli(['--project', path('work.json'), '--compare', 's2,s3']));
    expect(csv).toMatchObject({ exit: 0, out: expect.stringMatching(/^\uFEFF设施编号.*\r\n$/u) as string });
    expect(run('--compare', 'today,北扩')).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('today、南扩') as string });
    expect(run('--compare', 'today')).toMatchObject({ exit: 2, out: '' });
    expect(run('--compare', 'today,s1', '--scenario', 's1')).toMatchObject({ exit: 2, out: '' });
    expect(runCli(['--compare', 'today,s1'])).toMatchObject({ exit: 2, out: '' });
  });

  it('refuses what it cannot answer, with a sentence', () => {
    expect(run('--scenario', '北扩')).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('已有：南扩') as string });
    expect(run('--scenario', '同名')).toMatchObject({ exit: 2, err: expect.stringContaining('编号') as string });
    expect(run('--policy', 'jincheng-2024')).toMatchObject({ exit: 2, err: expect.stringContaining('--policy') as string });
    expect(runCli(['--scenario', 'x'])).toMatchObject({ exit: 2, out: '' });
    const newer = withFiles({ 'n.json': FILE.replace('project@1', 'project@9') }, (path) => runCli(['--project', path('n.json')]));
    expect(newer).toMatchObject({ exit: 3, out: '', err: expect.stringContaining('9') as string });
    const other = withFiles({ 'n.json': readFileSync('package.json', 'utf8') }, (path) => runCli(['--project', path('n.json'), '--lang', 'en']));
    expect(other).toMatchObject({ exit: 3, err: expect.stringContaining('is not a project file') as string });
  });
});
