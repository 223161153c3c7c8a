import { defineConfig } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Rooms that run in a bare Node script: no page around them. */
const PAGELESS = ['base', 'geometry', 'domain', 'policy', 'draft', 'text', 'ingest', 'assess', 'export', 'state'];

/** Rooms whose answer may depend on nothing but their arguments. */
const PURE = ['base', 'geometry', 'domain', 'policy', 'draft', 'ingest', 'assess', 'export'];

const rooms = (names) => names.map((name) => `src/${name}/**/*.{ts,tsx}`);

const SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Write a union of words (`as const` list) instead of an enum.' },
  { selector: 'TSParameterProperty', message: 'Declare the field and assign it: parameter properties are not erasable.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is the namespace.' },
];

const CLASSES = {
  selector: ':matches(ClassDeclaration, ClassExpression)',
  message: 'Plain data and functions: classes only in map/, worker/ and the error boundary.',
};

const DEFAULTS = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; a default export is only for a component that React.lazy loads.',
};

const HIDDEN_INPUTS = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The day is an argument (`asOf`).' },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'The clock is an argument.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Use seededRandom: same input, same bytes.' },
];

/** Names that the DOM types put in scope, so that a forgotten variable would compile. */
const CONFUSING = ['name', 'status', 'event', 'length', 'top', 'parent', 'origin', 'closed', 'find', 'stop', 'print', 'open'];

const PAGE_ONLY = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'history', 'Worker', 'self'];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'reports/', 'test-results/', 'public/', '*.config.js'] },
  // No rule is switched off from inside a file: what is unreasonable is changed here, with its reason.
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'eqeqeq': 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', ...CONFUSING],
      'no-restricted-syntax': ['error', ...SYNTAX, CLASSES, DEFAULTS],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Closed unions are the backbone here: a new member must be met wherever the union is taken apart.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and yes/no in a message are plain; objects and null are still refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A reader here says what is wrong and gives nothing: `return note(…)`. TypeScript already refuses nothing as a value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // There are no enums and next to no classes to compare; these three cost a quarter of the time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `while (true)` with a break in the middle is the clearest form of a scanner.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // A promise in a handler or an attribute is fine when nobody waits for it; in conditions and spreads it is a mistake.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: rooms(PAGELESS),
    rules: { 'no-restricted-globals': ['error', ...CONFUSING, ...PAGE_ONLY] },
  },
  {
    files: rooms(PURE),
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX, CLASSES, DEFAULTS, ...HIDDEN_INPUTS] },
  },
  {
    files: ['src/**/*.tsx'],
    ...hooks.configs.flat.recommended,
  },
  {
    // The architecture test holds default exports of components to those that are loaded lazily.
    files: ['src/**/*.tsx', 'src/map/**/*.ts', 'src/worker/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SYNTAX],
      // Speaks to users of the React compiler, which is not used here: a virtual list is fine without it.
      'react-hooks/incompatible-library': 'off',
    },
    plugins: { 'react-hooks': hooks },
  },
  {
    files: ['src/ui/**/*.tsx'],
    ignores: ['src/ui/**/error-boundary.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX, CLASSES] },
  },
  {
    files: ['scripts/**/*.ts', 'test/e2e/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // Library types promise less than a test may demand; the assertion is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.config.ts', 'test/e2e/serve-build.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX, CLASSES] },
  },
);
