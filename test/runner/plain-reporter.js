// Ends the run with one plain line: "24 passed, 0 failed". Tells whoever started the process what failed.
import { relative } from 'node:path';

/** @returns {import('@web/test-runner').Reporter} */
export function plainReporter() {
  let rootDir;
  return {
    start: ({ config }) => void ({ rootDir } = config),
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const failed = new Map();
      for (const session of sessions) {
        const tests = [...testsOf(session.testResults)];
        const failing = tests.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
        // a file that did not load, or threw outside its tests, has no failing test of its own
        if (!session.passed && failing.length === 0) failing.push('the file itself');
        total.failed += failing.length;
        for (const { outcome } of tests) if (outcome !== 'failed') total[outcome]++;

        const file = relative(rootDir, session.testFile);
        const names = failing.map((name) => `${name} (${session.browser.name})`);
        if (names.length > 0) failed.set(file, [...(failed.get(file) ?? []), ...names]);
      }
      process.send?.([...failed]);
      // at exit, because the default reporter still draws after this
      process.once('exit', () => {
        if (total.skipped > 0) console.log(`${total.skipped} skipped`);
        console.log(`${total.passed} passed, ${total.failed} failed`);
      });
    },
  };
}

function* testsOf(suite, within = '') {
  for (const { name, skipped, passed } of suite?.tests ?? []) {
    yield { name: within + name, outcome: skipped ? 'skipped' : passed ? 'passed' : 'failed' };
  }
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, `${within}${inner.name} > `);
}
