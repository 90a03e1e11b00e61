// Runs the element tests: node test/runner/run-browser-tests.js [--files test/ui/candor-banner.test.ts]
// The test runner cannot look at a file again; so it runs as a process of its own, once or twice, and tells what failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isWorthAnotherLook, nameUnreliable } from './once-more.js';

const WTR = 'node_modules/@web/test-runner/dist/bin.js';

let { code, failed } = await runTests(process.argv.slice(2));
const files = [...failed.keys()];
if (isWorthAnotherLook(files)) {
  console.log('\nOnce more, these files alone:');
  const again = await runTests(['--files', ...files]);
  nameUnreliable(failed, again.failed);
  ({ code } = again);
}
process.exitCode = code;

/** @returns {Promise<{ code: number, failed: Map<string, string[]> }>} Exit code; names of what failed, by file. */
async function runTests(args) {
  const child = spawn(process.execPath, [WTR, '--config', 'test/runner/web-test-runner.config.js', ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  let failed = new Map();
  child.on('message', (entries) => (failed = new Map(entries)));
  const [code] = await once(child, 'exit');
  return { code: code ?? 1, failed };
}
