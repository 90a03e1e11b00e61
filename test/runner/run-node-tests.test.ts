import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';

const RUNNER = 'test/runner/run-node-tests.js';
const PASSES = "import { test } from 'node:test'; test('good', () => {});";
const FAILS = "import { test } from 'node:test'; test('bad', () => { throw new Error('ever'); });";
/** Fails at first, and never again. */
const WAVERS = `import { existsSync, writeFileSync } from 'node:fs';
  import { describe, test } from 'node:test';
  const mark = import.meta.filename + '.mark';
  describe('some', () => test('wavering', () => {
    if (existsSync(mark)) return;
    writeFileSync(mark, '');
    throw new Error('once');
  }));`;

/** Runs test files of these texts; `said` is the last lines of the output. */
async function runFiles(t: TestContext, texts: readonly string[], environment: NodeJS.ProcessEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const files = texts.map((content, index) => {
    const file = join(folder, `${index}.test.ts`);
    writeFileSync(file, content);
    return file;
  });
  // Node refuses a run within a run.
  const env = { ...process.env, CI: undefined, NODE_TEST_CONTEXT: undefined, ...environment };
  const child = spawn(process.execPath, [RUNNER, ...files], { env });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const output = (await text(child.stdout)).trim().split('\n');
  return { exit: await exit, files, output, last: output.at(-1) };
}

for (const environment of [{}, { CI: 'true' }]) {
  const where = environment.CI ? 'in CI' : 'at a desk';

  test(`what passes, passes ${where}`, async (t) => {
    const { exit, last } = await runFiles(t, [PASSES, PASSES], environment);
    assert.deepEqual([exit, last], [0, '2 passed, 0 failed']);
  });

  test(`what fails, fails ${where}, and so does a file that throws, or holds no test`, async (t) => {
    for (const wrong of [FAILS, "throw new Error('at once')", 'export {}']) {
      const { exit, last } = await runFiles(t, [PASSES, wrong], environment);
      assert.deepEqual([exit, last], [1, '1 passed, 1 failed'], wrong);
    }
  });
}

test('what fails once is red at a desk, where nobody waits for another run', async (t) => {
  const { exit, last } = await runFiles(t, [PASSES, WAVERS], {});
  assert.deepEqual([exit, last], [1, '1 passed, 1 failed']);
});

test('what fails once passes in CI, and is named', async (t) => {
  const { exit, files, output } = await runFiles(t, [PASSES, WAVERS], { CI: 'true' });
  assert.equal(exit, 0);
  assert.deepEqual(output.slice(-2), [`UNRELIABLE: ${files[1]}: wavering`, '2 passed, 0 failed']);
});

test('what fails in many files at once is no accident, and red in CI too', async (t) => {
  const { exit, last } = await runFiles(t, Array<string>(6).fill(WAVERS), { CI: 'true' });
  assert.deepEqual([exit, last], [1, '0 passed, 6 failed']);
});

test('no files are no success', async (t) => {
  const { exit, last } = await runFiles(t, [], {});
  assert.deepEqual([exit, last], [1, '0 passed, 0 failed']);
});
