// Ends the run with one plain line: "24 passed, 0 failed".

/** @returns {import('@web/test-runner').Reporter} */
export function plainReporter() {
  return {
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const inFile = count(session.testResults);
        // a file that did not load, or threw outside its tests, has no failing test of its own
        if (!session.passed && inFile.failed === 0) inFile.failed = 1;
        for (const outcome of Object.keys(total)) total[outcome] += inFile[outcome];
      }
      // at exit, because the default reporter still draws after this
      process.once('exit', () => {
        if (total.skipped > 0) console.log(`${total.skipped} skipped`);
        console.log(`${total.passed} passed, ${total.failed} failed`);
      });
    },
  };
}

function count(suite, total = { passed: 0, failed: 0, skipped: 0 }) {
  for (const test of suite?.tests ?? []) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) count(inner, total);
  return total;
}
