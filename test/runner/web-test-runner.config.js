// Unit and component tests in real browsers. BROWSERS=chromium,firefox,webkit chooses engines; default: every one
// that is installed.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { findChromium, findFirefox, findWebKit, requestedEngines } from './find-browsers.js';
import { launchChromium } from './launch-chromium.js';
import { launchFirefox } from './launch-firefox.js';
import { launchWebKit } from './launch-webkit.js';
import { plainReporter } from './plain-reporter.js';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

const ENGINES = {
  chromium: { isInstalled: () => findChromium().then(Boolean, () => false), launch: launchChromium },
  firefox: { isInstalled: async () => Boolean(findFirefox()), launch: launchFirefox },
  webkit: { isInstalled: async () => Boolean(findWebKit()), launch: launchWebKit },
};

async function chooseBrowsers() {
  const requested = requestedEngines();
  const browsers = [];
  for (const name of requested ?? Object.keys(ENGINES)) {
    const engine = ENGINES[name];
    if (!engine) throw new Error(`BROWSERS: "${name}" is none of ${Object.keys(ENGINES).join(', ')}`);
    if (await engine.isInstalled()) browsers.push(await engine.launch());
    else if (requested) throw new Error(`${name} is not installed: node test/runner/ensure-browsers.js`);
  }
  return browsers;
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir,
  files: 'test/{page,gate,signals,ui,start,develop}/**/*.test.ts',
  browsers: await chooseBrowsers(),
  concurrentBrowsers: 3,
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)),
    }),
  ],
  testFramework: { config: { timeout: 10_000 } },
  // of a file; beside other work on a small machine the longest takes more than the two minutes of the default
  testsFinishTimeout: 300_000,
  reporters: [defaultReporter({ reportTestProgress: !process.env.CI }), plainReporter()],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
};
