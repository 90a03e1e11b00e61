/**
 * Writes dist/gtm/candor-consent.tpl, a tag template to import into Google Tag Manager: its consent types and categories are
 * those of the signal (`src/signals/google-consent-mode.ts`), its code is gtm-template.js.txt beside this file.
 *
 * Sections and permissions as in templates that Tag Manager exports; APIs and what each may do:
 * developers.google.com/tag-platform/tag-manager/templates/api and /permissions, consent in /consent-apis. Not imported into a
 * real container yet.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { CONSENT_TYPES } from '../../src/signals/google-consent-mode.js';

const CODE = '.config/build/gtm-template.js.txt';
const TESTS = '.config/build/gtm-template-tests.yaml';
const TARGET = 'dist/gtm/candor-consent.tpl';

const ALWAYS = 'security_storage';
const types = [...new Set(Object.values(CONSENT_TYPES).flat())];
const categories = Object.entries(CONSENT_TYPES).map(([id, named]) => ({ id, types: named }));

const info = {
  type: 'TAG',
  id: 'cvt_temp_public_id',
  version: 1,
  securityGroups: [],
  displayName: 'Candor consent',
  categories: ['UTILITY'],
  brand: { id: 'brand_dummy', displayName: 'Candor' },
  description:
    'Tells Google Consent Mode what visitors answered, before any other tag fires, and loads Candor, which asks them. For the trigger Consent Initialization.',
  containerContexts: ['WEB'],
};

const text = (name: string, displayName: string, help: string, more: object = {}) => ({
  type: 'TEXT',
  name,
  displayName,
  simpleValueType: true,
  help,
  ...more,
});

const checkbox = (name: string, checkboxText: string, help: string) => ({
  type: 'CHECKBOX',
  name,
  checkboxText,
  simpleValueType: true,
  defaultValue: false,
  help,
});

const table = (name: string, displayName: string, help: string, columns: Readonly<Record<string, string>>) => ({
  type: 'SIMPLE_TABLE',
  name,
  displayName,
  help,
  simpleTableColumns: Object.entries(columns).map(([column, title]) => ({
    name: column,
    displayName: title,
    type: 'TEXT',
    defaultValue: '',
  })),
});

const WHOLE_NUMBER = { type: 'REGEX', args: ['^[0-9]*$'], errorMessage: 'Write a whole number.' };

const parameters = [
  text('url', 'Address of candor.js', 'Beginning with https://. The permission "Injects scripts" must cover it.', {
    valueValidators: [
      { type: 'NON_EMPTY' },
      { type: 'REGEX', args: ['^https://.+\\.js$'], errorMessage: 'Write an address that begins with https://.' },
    ],
  }),
  table(
    'regions',
    'Defaults by region',
    `What is granted while nobody has answered, in regions that Google tells apart. Everywhere else all is denied but ${ALWAYS}.`,
    {
      region: 'Regions (ISO 3166-2 codes, with commas: US-CA, US-CO)',
      granted: `Granted types (with commas: ${types.slice(-3).join(', ')})`,
    },
  ),
  text('waitForUpdate', 'Wait for an answer', 'For how many milliseconds Google’s tags wait for candor.js at most.', {
    defaultValue: '500',
    valueValidators: [WHOLE_NUMBER],
  }),
  checkbox(
    'adsDataRedaction',
    'Redact data of ads',
    'Google redacts identifiers of ad clicks while ad_storage is denied.',
  ),
  checkbox(
    'urlPassthrough',
    'Pass data in links',
    'Google passes identifiers of ad clicks on in links while storage is denied.',
  ),
  text('cookieName', 'Name of the cookie', 'As in the config. The permission "Reads cookie value(s)" must name it.', {
    defaultValue: 'candor',
  }),
  text(
    'revision',
    'Revision',
    'The revision of the config that asked everything again: older answers do not count before candor.js is there. Empty: all count.',
    { valueValidators: [WHOLE_NUMBER] },
  ),
  text(
    'gpc',
    'Opt-out signal of the browser',
    'A variable of the type JavaScript Variable for navigator.globalPrivacyControl. Where it is true, a stored yes counts only if it was given in spite of it, until candor.js is there.',
  ),
  table(
    'categories',
    'Categories',
    'Only where the config has consentMode: all categories that allow a type. Empty: the built-in ones.',
    { category: 'Category (id)', types: 'Types (with commas)' },
  ),
];

const string = (value: string) => ({ type: 1, string: value });
const boolean = (value: boolean) => ({ type: 8, boolean: value });
const list = (items: readonly unknown[]) => ({ type: 2, listItem: items });
const map = (entries: Readonly<Record<string, unknown>>) => ({
  type: 3,
  mapKey: Object.keys(entries).map(string),
  mapValue: Object.values(entries),
});

const permission = (publicId: string, parameters: Readonly<Record<string, unknown>>) => ({
  instance: {
    key: { publicId, versionId: '1' },
    param: Object.entries(parameters).map(([key, value]) => ({ key, value })),
  },
  clientAnnotations: { isEditedByUser: true },
  isRequired: true,
});

const permissions = [
  permission('access_consent', {
    consentTypes: list([
      ...[...types, ALWAYS].map((type) =>
        map({ consentType: string(type), read: boolean(type !== ALWAYS), write: boolean(true) }),
      ),
      // Tag Manager's own exports name it like a type.
      map({ consentType: string('wait_for_update'), read: boolean(false), write: boolean(true) }),
    ]),
  }),
  permission('access_globals', {
    keys: list([
      map({
        key: string('candorGoogleConsent'),
        read: boolean(false),
        write: boolean(true),
        execute: boolean(false),
      }),
    ]),
  }),
  permission('get_cookies', { cookieAccess: string('specific'), cookieNames: list([string('candor')]) }),
  // On which host it is, only the site knows; it can say so here.
  permission('inject_script', {
    urls: list(['https://*/candor.js', 'https://*/candor/candor.js', 'https://*/*/candor.js'].map(string)),
  }),
  permission('write_data_layer', { keyPatterns: list(['ads_data_redaction', 'url_passthrough'].map(string)) }),
];

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** In the quotes that the code has. */
const literal = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'");

const code = (await readFile(CODE, 'utf8'))
  .replace('__TYPES__', literal(types))
  .replace('__CATEGORIES__', literal(categories).replaceAll("'id'", 'id').replaceAll("'types'", 'types'));

const sections = {
  TERMS_OF_SERVICE: `By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.`,
  INFO: json(info),
  TEMPLATE_PARAMETERS: json(parameters),
  SANDBOXED_JS_FOR_WEB_TEMPLATE: code.trim(),
  WEB_PERMISSIONS: json(permissions),
  TESTS: (await readFile(TESTS, 'utf8')).trim(),
  NOTES: 'Generated with Candor; how to install it is in the guide about signals.',
};

await mkdir('dist/gtm', { recursive: true });
await writeFile(
  TARGET,
  Object.entries(sections)
    .map(([name, content]) => `___${name}___\n\n${content}\n`)
    .join('\n\n'),
);
