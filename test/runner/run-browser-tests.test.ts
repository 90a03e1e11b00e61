import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';

const RUNNER = 'test/runner/run-browser-tests.js';
const PASSES = "it('good', () => {});";
const FAILS = "it('bad', () => { throw new Error('ever'); });";
/** Fails until its run is told to be the second. */
const WAVERS = `describe('some', () => it('wavering', async () => {
    if (!(await fetch(new URL('again', import.meta.url))).ok) throw new Error('once');
  }));`;

/** Runs test files of these texts in one engine; `last` is the last line of the output. */
async function runFiles(t: TestContext, texts: readonly string[], environment: NodeJS.ProcessEnv) {
  // The server serves nothing from outside the project.
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(join('.cache', 'runner-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = texts.map((content, index) => {
    const file = join(folder, `${index}.test.ts`);
    writeFileSync(file, content);
    return file;
  });
  const env = { ...process.env, CI: undefined, BROWSERS: 'chromium', ...environment };
  const child = spawn(process.execPath, [RUNNER, '--files', ...files], { env });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.toString().includes('Once more')) writeFileSync(join(folder, 'again'), '');
  });
  const output = (await text(child.stdout)).trim().split('\n');
  return { exit: await exit, files, output, last: output.at(-1) };
}

test('what passes, passes', async (t) => {
  const { exit, last } = await runFiles(t, [PASSES, PASSES], { CI: 'true' });
  assert.deepEqual([exit, last], [0, '2 passed, 0 failed']);
});

test('what fails, fails in CI too, and so does a file that throws', async (t) => {
  for (const wrong of [FAILS, "throw new Error('at once')"]) {
    const { exit, last } = await runFiles(t, [PASSES, wrong], { CI: 'true' });
    assert.deepEqual([exit, last], [1, '0 passed, 1 failed'], wrong);
  }
});

test('what fails once is red at a desk, where nobody waits for another run', async (t) => {
  const { exit, last } = await runFiles(t, [PASSES, WAVERS], {});
  assert.deepEqual([exit, last], [1, '1 passed, 1 failed']);
});

test('what fails once passes in CI, and is named', async (t) => {
  const { exit, files, output } = await runFiles(t, [PASSES, WAVERS], { CI: 'true' });
  assert.equal(exit, 0);
  assert.deepEqual(output.slice(-2), ['1 passed, 0 failed', `UNRELIABLE: ${files[1]}: some > wavering (Chrome)`]);
});

test('what fails in many files at once is no accident, and red in CI too', async (t) => {
  const { exit, last } = await runFiles(t, Array<string>(6).fill(WAVERS), { CI: 'true' });
  assert.deepEqual([exit, last], [1, '0 passed, 6 failed']);
});
