// Runs the tests of the named folders in Node: node test/runner/run-node-tests.js test/core test/dist
// `node --test` has no glob patterns before Node 21 and is content when it finds nothing; this is neither.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec as SpecReporter } from 'node:test/reporters';

// Each file has a browser of its own to feed: more files than processors only make each other late.
const CONCURRENCY = availableParallelism();
// `npm run layouts` needs more: it looks at some thousand pictures.
const FILE_TIMEOUT_MS = Number(process.env['FILE_TIMEOUT_MINUTES'] ?? 10) * 60_000;
const TYPESCRIPT = ['--import', 'tsx'];

// the test files' processes take their flags from here (Node 20) or from the option of run() (Node 22)
process.execArgv.push(...TYPESCRIPT);

const places = process.argv.slice(2);
const files = places.flatMap(testFilesIn);
const total = { passed: 0, failed: 0 };

if (files.length > 0) await runTests();
else console.error(`No test files in ${places.join(', ') || 'no folder'}`);

console.log(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;

function testFilesIn(place) {
  if (!existsSync(place)) throw new Error(`No such file or folder: ${place}`);
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true })
    .filter((name) => /\.test\.[jt]s$/.test(name))
    .sort()
    .map((name) => join(place, name));
}

function runTests() {
  const events = run({ files, concurrency: CONCURRENCY, timeout: FILE_TIMEOUT_MS, execArgv: TYPESCRIPT });
  events.on('test:pass', countPassed);
  events.on('test:fail', countFailed);
  const report = events.compose(new SpecReporter());
  report.pipe(process.stdout);
  return new Promise((resolve) => report.once('end', resolve));
}

function countPassed({ name, details, skip, todo }) {
  if (details.type === 'suite' || skip !== undefined || todo !== undefined) return;
  // Node reports a file without a test as one test that passed, under the file's name
  if (files.includes(name)) {
    console.error(`${name} holds no test`);
    total.failed++;
  } else {
    total.passed++;
  }
}

function countFailed({ details, todo }) {
  // what failed inside was counted there
  if (todo === undefined && details.error?.failureType !== 'subtestsFailed') total.failed++;
}
