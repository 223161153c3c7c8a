/** Rule packs at the command line: `npm run policy -- --help`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseRulePack } from '../src/policy/parse-rule-pack.ts';
import type { RulePack } from '../src/policy/rule.ts';
import type { Lang } from '../src/text/lang.ts';
import { LANGS } from '../src/text/lang.ts';
import { writeWhole } from './cli/write-whole.ts';
import { checkPack } from './policy/check.ts';
import { RULES_FILES, rulesPage } from './policy/rules-page.ts';
import { policyWords } from './text/policy.ts';

const EXIT = { done: 0, usage: 2, unusable: 3 } as const;

const FOLDER = fileURLToPath(new URL('../data/policy/', import.meta.url));

function main(argv: readonly string[]): number {
  const read = readArguments(argv);
  if ('problem' in read) return complain(EXIT.usage, policyWords.zh.unknownOption(read.problem));
  const { command, files, lang, help, badLang } = read;
  const words = policyWords[lang];
  if (help) {
    process.stdout.write(`${words.usage}\n`);
    return EXIT.done;
  }
  if (badLang !== null) return complain(EXIT.usage, words.badLang(badLang));
  if (command === 'rules' && files.length === 0) return writeRules(lang);
  if (command === 'rules') return complain(EXIT.usage, words.unknownOption(files.join(' ')));
  if (command !== 'check') return complain(EXIT.usage, words.noCommand(command));
  if (files.length === 0) return complain(EXIT.usage, words.noFile);
  return check(files, lang);
}

interface Arguments {
  readonly command: string;
  readonly files: readonly string[];
  readonly lang: Lang;
  readonly help: boolean;
  readonly badLang: string | null;
}

function readArguments(argv: readonly string[]): Arguments | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
    const [command = '', ...files] = positionals;
    const lang = LANGS.find((one) => one === values.lang);
    return { command, files, lang: lang ?? 'zh', help: values.help ?? false, badLang: values.lang === undefined || lang !== undefined ? null : values.lang };
  } catch (error) {
    return { problem: /'([^' ]+)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? argv.join(' ') };
  }
}

function check(files: readonly string[], lang: Lang): number {
  const checked = files.map((file) => checkPack(file, lang));
  for (const { sound, lines } of checked) (sound ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  return checked.every(({ sound }) => sound) ? EXIT.done : EXIT.unusable;
}

function writeRules(lang: Lang): number {
  const words = policyWords[lang];
  try {
    for (const of of LANGS) {
      writeWhole(join(FOLDER, RULES_FILES[of]), [rulesPage(embeddedPacks(), of)]);
      process.stdout.write(`${words.wrote(`data/policy/${RULES_FILES[of]}`)}\n`);
    }
    return EXIT.done;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return complain(EXIT.unusable, words.outFailed(error.message));
    throw error;
  }
}

function embeddedPacks(): readonly RulePack[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort();
  return files.map((name) => {
    const parsed = parseRulePack(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
    return parsed.value;
  });
}

function complain(exit: number, sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exit;
}

/* npm runs scripts in the project's folder; file names are meant from where the user stands. */
if (process.env['INIT_CWD'] !== undefined) process.chdir(process.env['INIT_CWD']);
process.exitCode = main(process.argv.slice(2));
