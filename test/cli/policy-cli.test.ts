import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { smallPack } from '../policy/small-pack.ts';
import { runPolicy, withFiles } from './run-cli.ts';

/** Each case starts the real command line; a loaded machine takes its time. */
vi.setConfig({ testTimeout: 120_000 });

const DATONG = readFileSync(new URL('../../data/policy/datong-2024.json', import.meta.url), 'utf8');

const FILES = {
  'datong.json': DATONG,
  'broken.json': DATONG.replace('"duty": "close"', '"duty": "shut"').replace('"limit": 3}', '"limit": "3"}'),
  'cut.json': '{\n  "format": "coal-ban-map/rule-pack@1",\n  "id" "x"\n}',
  'unquoted.json': JSON.stringify({ ...smallPack(), rules: smallPack().rules.map((rule) => ({ ...rule, phrase: '清零' })) }),
};

const check = (...args: readonly string[]) => withFiles(FILES, (_, folder) => runPolicy(['check', ...args], folder));

describe('npm run policy -- check', () => {
  it('says that a sound pack is sound, and what it holds', () => {
    const { exit, out, err } = check('datong.json');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/^datong\.json：可用。datong-2024「大同市2024方案」，辖区 140200，规则 \d+ 条/u);
  });

  it('says of each fault where it is, what was expected and what stood there', () => {
    const { exit, out, err } = check('broken.json', '--lang', 'en');
    expect([exit, out]).toEqual([3, '']);
    expect(err.split('\n')).toEqual([
      'broken.json: 2 fault(s), cannot be used.',
      expect.stringMatching(/^ {2}rules\[\d\]\.duty: expected close \| .*; got "shut"\.$/u),
      expect.stringMatching(/^ {2}rules\[\d\]\.when\.all\[1\]\.options\..*\.limit: expected number, got "3"\.$/u),
      '',
    ]);
  });

  it('names the line where JSON breaks off', () => {
    const { exit, err } = check('cut.json');
    expect(exit).toBe(3);
    expect(err).toMatch(/^cut\.json：不是有效的 JSON，错在第 3 行/u);
  });

  it('checks every file, and one bad one is enough', () => {
    const { exit, out, err } = check('datong.json', 'nowhere.json');
    expect(exit).toBe(3);
    expect(out).toContain('datong.json：可用');
    expect(err).toContain('nowhere.json：无法读取');
  });

  it('notes numbers that the quoted words do not show; the pack can be used all the same', () => {
    const { exit, out } = check('unquoted.json', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('  R1: 35 tph\n  R1: 2024-09-30\n');
  });

  it.each<[string, readonly string[], number]>([
    ['nothing', [], 2],
    ['an unknown command', ['judge'], 2],
    ['no file', ['check'], 2],
    ['a file for rules', ['rules', 'x.json'], 2],
    ['an unknown option', ['check', '--loud', 'x.json'], 2],
    ['an unknown language', ['check', 'x.json', '--lang', 'fr'], 2],
    ['help', ['--help'], 0],
    ['help on check', ['check', '--help', '--lang', 'en'], 0],
  ])('ends with the right code on %s', (_, args, exit) => {
    const run = runPolicy(args);
    expect(run.exit).toBe(exit);
    expect(exit === 0 ? run.out : run.err).not.toBe('');
    expect(run.err).not.toMatch(/at .*\.ts:\d/u);
  });
});
