import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Imports point down only: what each folder of src may not reach. See "The map of the house" in CONTRIBUTING. */
const ABOVE_CORE = ['page', 'gate', 'signals', 'server', 'ui', 'lint', 'develop', 'generated'];
const ENTRIES = [
  'start',
  'load',
  'load.tag',
  'later',
  'later.tag',
  'embeds',
  'theme',
  'clean-up',
  'identify',
  'account',
  'index',
  'tag',
  'block',
  'block.tag',
  'signals.tag',
  'define',
  'elements',
];

const mayNotImport = (folder, folders, packages = []) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${folders.join('|')})/`,
            message: `src/${folder} stands below what it imports here; turn the arrow round.`,
          },
          {
            regex: `^(\\.\\./)+(${ENTRIES.join('|').replaceAll('.', '\\.')})\\.js$`,
            message: 'Entries know everything; nothing knows them.',
          },
          ...packages.map((name) => ({ regex: `^${name}`, message: `src/${folder} does without ${name}.` })),
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'src/generated/**',
      'coverage/**',
      'node_modules/**',
      'test/runner/*.{js,d.ts}',
      '.config/*.js',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs?.recommended?.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true }],
      // An interface may promise what an implementation has at once.
      '@typescript-eslint/require-await': 'off',
      // A screen reader hears a `<section>` as a region only with this in some browsers.
      'lit-a11y/no-redundant-role': 'off',
      // What is clicked are buttons, by the keyboard, too; one listener around them hears ours and those of the page.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  { files: ['src/**/*.ts'], ...lit['flat/recommended'] },
  { files: ['src/**/*.ts'], ...wc['flat/recommended'] },
  mayNotImport('core', ABOVE_CORE, ['lit', '@lit', 'js-cookie', 'zod']),
  mayNotImport('page', ['gate', 'ui', 'lint', 'develop', 'generated'], ['lit', '@lit', 'zod']),
  mayNotImport('gate', ['page', 'ui', 'lint', 'develop', 'generated'], ['lit', '@lit', 'js-cookie', 'zod']),
  // Of Lit nothing but its templates: the build leaves directives out (.config/build/leave-out.ts).
  mayNotImport('ui', ['page', 'gate', 'lint', 'develop'], ['js-cookie', 'zod', 'lit(?!/html\\.js$)']),
  mayNotImport('signals', ['page', 'gate', 'ui', 'lint', 'develop', 'generated'], ['lit', '@lit', 'js-cookie', 'zod']),
  mayNotImport(
    'server',
    ['page', 'gate', 'signals', 'ui', 'lint', 'develop', 'generated'],
    ['lit', '@lit', 'js-cookie', 'zod'],
  ),
  mayNotImport('lint', ['page', 'gate', 'ui', 'develop', 'generated'], ['lit', '@lit', 'js-cookie']),
  mayNotImport('develop', ['page', 'gate', 'ui', 'lint', 'generated'], ['lit', '@lit', 'js-cookie', 'zod']),
  {
    files: ['test/**/*.ts', 'demo/**/*.ts', '.config/**/*.ts'],
    rules: {
      // `describe` and `it` of node:test return promises nobody waits for; assertions on optional values read better with `!`.
      '@typescript-eslint/no-floating-promises': 'off',
      // Tests compare functions.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
