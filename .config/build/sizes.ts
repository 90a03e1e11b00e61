/**
 * Measures what visitors download (brotli, 1 kB = 1,000 bytes) by the budgets in package.json, key `size-limit`.
 *
 *     npm run sizes             writes the measurement into the README
 *     npm run sizes -- --check  fails where a budget is exceeded or the README says something else
 */
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

interface Measurement {
  readonly name: string;
  readonly passed: boolean;
  /** Bytes. */
  readonly size: number;
  readonly sizeLimit: number;
}

const README = 'README.md';
const [BEGIN, END] = ['<!-- sizes -->\n', '<!-- /sizes -->'];

const { stdout, stderr } = spawnSync('node_modules/.bin/size-limit', ['--json'], { encoding: 'utf8' });
if (!stdout) throw new Error(stderr);
const measured = JSON.parse(stdout) as Measurement[];

const kilobytes = (bytes: number): string => `${(Math.ceil(bytes / 100) / 10).toFixed(1)} kB`;
const rows = measured.map(
  ({ name, size, sizeLimit }) => `| ${name} | ${kilobytes(size)} | ${kilobytes(sizeLimit)} |\n`,
);
const table = `| what | size | budget |\n| --- | --- | --- |\n${rows.join('')}`;

const readme = await readFile(README, 'utf8');
const [before, rest = ''] = readme.split(BEGIN);
const after = rest.slice(rest.indexOf(END));
const current = await format(`${before}${BEGIN}${table}${after}`, {
  ...(await resolveConfig(README)),
  filepath: README,
});

if (process.argv.includes('--check')) {
  if (current !== readme) throw new Error('The README states other sizes: run `npm run sizes`.');
} else await writeFile(README, current);
for (const { name, size, sizeLimit } of measured) console.log(`${size} of ${sizeLimit} bytes: ${name}`);
const over = measured.filter(({ passed }) => !passed);
if (over.length) throw new Error(`Over budget: ${over.map(({ name }) => name).join('; ')}`);
