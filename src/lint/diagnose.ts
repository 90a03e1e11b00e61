import type { Config } from '../core/config.js';
import { findingLine } from '../core/finding-line.js';
import { readConfig } from '../core/read-config.js';
import { lintConfig, type Finding } from './lint-config.js';

const REMEDIES: Readonly<Record<string, string>> = {
  'data-consent':
    'no category or service has this id, so what waits for it never runs; correct the attribute or add the id to `categories`',
  'candor-embed':
    'no category or service has this id, so what is embedded never comes; correct `consent` or `service`, or add the id to `categories`',
};

/** What is wrong and hurts nobody. */
const WARNINGS: Readonly<Record<string, string>> = {
  'stored decision':
    'a later version of Candor has kept this, and this version cannot read it: the visitor is asked again, and with the answer ' +
    'it is put aside in localStorage under its name and version (`candor-v2`); load the later version here as well',
};

/** @param path A key of the config, the attribute or element at fault, or the address the config should have come from. */
const explain = (path: string, value: unknown): Finding => ({
  path,
  value,
  severity: path in WARNINGS ? 'warning' : 'error',
  message: REMEDIES[path] ?? WARNINGS[path] ?? 'this cannot be used and is left out; see the config reference',
});

/** One console message for all of them. */
function print(findings: readonly Finding[]): void {
  if (!findings.length) return;
  const lines = findings.map(({ path, value, message }) => findingLine(path || 'config', value, message));
  const log = findings.some(({ severity }) => severity === 'error') ? console.error : console.warn;
  log(
    ['Candor: something in the config needs you. What cannot be used is left out; the rest has effect.', ...lines].join(
      '\n',
    ),
  );
}

/** Says what Candor stumbled over at run time and, where a config is given, all that is wrong with that. */
export const diagnose = (problems: readonly (readonly [path: string, value: unknown])[], config?: Config): void =>
  print([...problems.map(([path, value]) => explain(path, value)), ...(config ? lintConfig(config) : [])]);

/** Why there is no config: the text that stands in its place says what was tried. */
function noConfig(text: string): Finding {
  const until = 'until then everything optional stays off and nobody is asked';
  try {
    JSON.parse(text);
    return { path: 'config', value: text, severity: 'error', message: `write an object; ${until}` };
  } catch (error) {
    const isAddress = /^\S+: .*Error/.test(text);
    return isAddress
      ? {
          path: 'data-config',
          value: text,
          severity: 'error',
          message: `the config could not be loaded; check that the address answers with JSON, ${until}`,
        }
      : {
          path: '#candor-config',
          value: text,
          severity: 'error',
          message: `this is no JSON (${(error as Error).message}); correct it, ${until}`,
        };
  }
}

/** Makes a config of what is usable in `raw`, and says what is not. */
export function mend(raw: unknown): Config {
  const findings = typeof raw === 'string' ? [noConfig(raw)] : lintConfig(raw);
  const config = readConfig(raw, (path, value) => {
    if (!findings.some((finding) => path === '' || finding.path.startsWith(path))) findings.push(explain(path, value));
  });
  print(findings);
  return config;
}
