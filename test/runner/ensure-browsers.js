// Before the tests: are all three engines there? On Debian and its kin, as root, what is missing is installed. Elsewhere
// the engines that will not be tested are named, with the command that installs them; on CI that is a failure.
import { spawnSync } from 'node:child_process';
import {
  findChromium,
  findCommand,
  findFirefox,
  findInstalledChromium,
  findWebKit,
  requestedEngines,
} from './find-browsers.js';

const ENGINES = [
  { name: 'Chromium', isInstalled: () => Boolean(findInstalledChromium()), packages: ['chromium'] },
  { name: 'Firefox', isInstalled: () => Boolean(findFirefox()), packages: ['firefox-esr'] },
  { name: 'WebKit', isInstalled: () => Boolean(findWebKit()), packages: missingWebKitPackages },
];
const CHINESE_FONT = 'fonts-noto-cjk';
const LOCK_WAIT_SECONDS = 120;

const requested = requestedEngines();
const engines = ENGINES.filter(({ name }) => !requested || requested.includes(name.toLowerCase()));

if (canInstall()) installMissing();
await reportMissing();

function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && Boolean(findCommand('apt-get'));
}

function installMissing() {
  const missing = engines.filter((engine) => !engine.isInstalled());
  const needsFont = !hasChineseFont();
  if (missing.length === 0 && !needsFont) return;

  const wanted = [...missing.map(({ name }) => name), ...(needsFont ? ['a Chinese font'] : [])];
  console.log(`Installing ${wanted.join(', ')} from the system's packages; a minute or two ...`);
  aptGet('update');
  // engine by engine: a distribution that lacks one package still gets the others
  for (const engine of missing) aptGet('install', packagesOf(engine));
  if (needsFont) aptGet('install', [CHINESE_FONT]); // text without it is boxes, and the tests still mean something
}

/** @param {'update' | 'install'} action */
function aptGet(action, packages = []) {
  const args = ['-q', '-y', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_SECONDS}`, action];
  if (action === 'install') args.push('--no-install-recommends', ...packages);
  const { status, error, stdout, stderr } = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Infinity,
  });
  if (status === 0) return;
  const reason = error?.message ?? lastLines(`${stdout}${stderr}`);
  console.error(`apt-get ${[action, ...packages].join(' ')} failed:\n${reason}`);
}

async function reportMissing() {
  const missing = [];
  for (const engine of engines) {
    if (engine.isInstalled()) continue;
    if (engine.name === 'Chromium' && (await npmChromiumWorks())) continue;
    missing.push(engine);
  }
  if (missing.length === 0) return;

  const names = missing.map(({ name }) => name).join(', ');
  const consequence = process.env.CI ? 'On CI that is a failure.' : 'The tests leave them out.';
  console.error(`\nNot installed: ${names}. ${consequence}`);
  for (const engine of missing) console.error(`  ${engine.name}: ${installCommand(engine)}`);
  console.error('');
  if (process.env.CI) process.exitCode = 1;
}

async function npmChromiumWorks() {
  try {
    const { source } = await findChromium();
    console.log(`No Chromium is installed; the one of ${source} is used.`);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

function installCommand(engine) {
  if (process.platform === 'linux') {
    return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packagesOf(engine).join(' ')}`;
  }
  if (engine.name === 'WebKit') return 'runs on Linux only (WebKitGTK)';
  const name = engine.name.toLowerCase();
  if (process.platform === 'darwin') return `brew install --cask ${name}`;
  return `winget install ${name === 'firefox' ? 'Mozilla.Firefox' : 'Google.Chrome'}`;
}

function packagesOf({ packages }) {
  return typeof packages === 'function' ? packages() : packages;
}

function missingWebKitPackages() {
  const commands = { Xvfb: 'xvfb', xsettingsd: 'xsettingsd' };
  const missing = Object.keys(commands).filter((command) => !findCommand(command));
  // the browser itself comes with the driver, as a dependency; neither is of use without the other
  if (missing.length === 0 || !findCommand('WebKitWebDriver')) missing.unshift('WebKitWebDriver');
  return missing.map((command) => commands[command] ?? 'webkit2gtk-driver');
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return Boolean(stdout?.trim());
}

function lastLines(text) {
  return text.trim().split('\n').slice(-8).join('\n');
}
