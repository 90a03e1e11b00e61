// Where the three engines are on this machine. Looks only; ensure-browsers.js installs.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHROMIUM_COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FIREFOX_COMMANDS = ['firefox-esr', 'firefox'];

// macOS and Windows do not put applications on the PATH
const CHROMIUM_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES']}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
];
const FIREFOX_APPLICATIONS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  `${process.env['PROGRAMFILES']}\\Mozilla Firefox\\firefox.exe`,
];

const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to start as root
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} Chromium
 * @property {string} executablePath
 * @property {true | 'shell'} headless
 * @property {string[]} args
 * @property {string} source where it came from, for the log
 */

/**
 * @typedef {object} WebKit
 * @property {string} driver WebKitWebDriver
 * @property {string} miniBrowser the browser that the driver starts
 * @property {string} displayServer Xvfb
 * @property {string} settingsDaemon xsettingsd, which switches the colour scheme and reduced motion
 */

/** The engines the run is for: `BROWSERS=chromium,firefox`; undefined means every one that is installed. */
export function requestedEngines() {
  return process.env.BROWSERS ? process.env.BROWSERS.toLowerCase().split(',') : undefined;
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
export function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @returns {Promise<Chromium>} */
export async function findChromium() {
  const given = givenPath('CHROME_PATH');
  if (given) return installed(given, 'CHROME_PATH');
  const system = findInstalledChromium();
  if (system) return installed(system, 'installed');
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  throw new Error('No Chromium found: install Chrome or Chromium, or set CHROME_PATH.');
}

/** @returns {string | undefined} */
export function findInstalledChromium() {
  return givenPath('CHROME_PATH') ?? firstOf(CHROMIUM_COMMANDS, CHROMIUM_APPLICATIONS);
}

/** @returns {string | undefined} */
export function findFirefox() {
  return givenPath('FIREFOX_PATH') ?? firstOf(FIREFOX_COMMANDS, FIREFOX_APPLICATIONS);
}

/** @returns {WebKit | undefined} */
export function findWebKit() {
  const driver = findCommand('WebKitWebDriver');
  const miniBrowser = findMiniBrowser();
  const displayServer = findCommand('Xvfb');
  const settingsDaemon = findCommand('xsettingsd');
  if (!driver || !miniBrowser || !displayServer || !settingsDaemon) return undefined;
  return { driver, miniBrowser, displayServer, settingsDaemon };
}

/** WebKitGTK keeps its browser beside its library, outside the PATH. */
function findMiniBrowser() {
  const triplet = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return versions.map((version) => `/usr/lib/${triplet}/${version}/MiniBrowser`).find(isExecutable);
}

/** The Chromium inside @sparticuz/chromium: no download, no root, Linux on x64 only. */
async function chromiumFromNpm() {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  if (!starts(executablePath)) {
    // a bare system lacks libnss3, libnspr4 and libexpat1; the package has those too
    const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
    setupLambdaEnvironment(join(await inflate(join(archives, 'al2023.tar.br')), 'lib'));
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' });
  }
  // not the package's own arguments: they switch web security off and run everything in one process
  const args = [...new Set(['--no-sandbox', '--no-zygote', ...CHROMIUM_ARGUMENTS])];
  return { executablePath, headless: /** @type {const} */ ('shell'), args, source: '@sparticuz/chromium' };
}

/**
 * @param {string} executablePath
 * @param {string} source
 * @returns {Chromium}
 */
function installed(executablePath, source) {
  return { executablePath, headless: true, args: CHROMIUM_ARGUMENTS, source };
}

/** A path somebody set by hand and mistyped must not fall back to another browser in silence. */
function givenPath(variable) {
  const path = process.env[variable];
  if (path && !existsSync(path)) throw new Error(`${variable}=${path} does not exist`);
  return path || undefined;
}

function firstOf(commands, applications) {
  for (const command of commands) {
    const path = findCommand(command);
    if (path) return path;
  }
  return applications.find((path) => existsSync(path));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(executablePath) {
  try {
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
