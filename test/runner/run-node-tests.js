// Runs the tests of the named folders in Node: node test/runner/run-node-tests.js test/core test/dist
// `node --test` has no glob patterns before Node 21 and is content when it finds nothing; this is neither.
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from 'node:test';
import { spec as SpecReporter } from 'node:test/reporters';
import { isWorthAnotherLook, nameUnreliable } from './once-more.js';

// Each file has a browser of its own to feed: more files than processors only make each other late.
const CONCURRENCY = availableParallelism();
// `npm run layouts` needs more: it looks at some thousand pictures.
const FILE_TIMEOUT_MS = Number(process.env['FILE_TIMEOUT_MINUTES'] ?? 10) * 60_000;
const TYPESCRIPT = ['--import', 'tsx'];

// the test files' processes take their flags from here (Node 20) or from the option of run() (Node 22)
process.execArgv.push(...TYPESCRIPT);

const files = process.argv.slice(2).flatMap(testFilesIn);
if (files.length === 0) console.error(`No test files in ${process.argv.slice(2).join(', ') || 'no folder'}`);

const results = await runTests(files, CONCURRENCY);
const failing = files.filter((file) => results.get(file).failed.length > 0);
if (isWorthAnotherLook(failing)) await lookAgain(failing);

const passed = [...results.values()].reduce((sum, result) => sum + result.passed, 0);
const failed = [...results.values()].reduce((sum, result) => sum + result.failed.length, 0);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

function testFilesIn(place) {
  if (!existsSync(place)) throw new Error(`No such file or folder: ${place}`);
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true })
    .filter((name) => /\.test\.[jt]s$/.test(name))
    .sort()
    .map((name) => join(place, name));
}

/** Runs files that failed once more, each with the machine to itself. What passes now fails nothing. */
async function lookAgain(again) {
  const failedOf = () => new Map(again.map((file) => [file, results.get(file).failed]));
  const before = failedOf();
  console.log('\nOnce more, one file at a time:');
  for (const [file, result] of await runTests(again, 1)) results.set(file, result);
  nameUnreliable(before, failedOf());
}

/** @returns {Promise<Map<string, { passed: number, failed: string[] }>>} By file; of what failed, the names. */
async function runTests(files, concurrency) {
  const results = new Map();
  const reporter = new SpecReporter();
  reporter.pipe(process.stdout, { end: false });
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) results.set(file, await runFile(file, reporter));
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  reporter.end();
  await once(reporter, 'end');
  return results;
}

/** A run of its own for each file: events do not tell whose a test is that a helper has named. */
async function runFile(file, reporter) {
  const result = { passed: 0, failed: [] };
  const events = [];
  for await (const event of run({ files: [file], timeout: FILE_TIMEOUT_MS, execArgv: TYPESCRIPT })) {
    events.push(event);
    const { name, details, skip, todo } = event.data;
    if (todo !== undefined) continue;
    if (event.type === 'test:pass' && details.type !== 'suite' && skip === undefined) {
      // Node reports a file without a test as one test that passed, under the file's name
      if (resolve(name) === resolve(file)) {
        result.failed.push('holds no test');
        console.error(`${file} holds no test`);
      } else {
        result.passed++;
      }
    }
    // what failed inside was counted there
    if (event.type === 'test:fail' && details.error?.failureType !== 'subtestsFailed') result.failed.push(name);
  }
  // the last of a run are its totals
  for (const event of events) if (event.type !== 'test:diagnostic' || event.data.file) reporter.write(event);
  return result;
}
