// One WebKitGTK browser: a virtual display, a settings daemon, the WebDriver server, and a session in it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_TIMEOUT_MS = 10_000;
const POLL_MS = 50;

/** @param {import('./find-browsers.js').WebKit} programs */
export async function startWebKitBrowser({ driver, miniBrowser, displayServer, settingsDaemon }) {
  const folder = mkdtempSync(join(tmpdir(), 'candor-webkit-'));
  const settingsFile = join(folder, 'xsettingsd.conf');
  const children = [];
  process.once('exit', release);

  function release() {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    // always a display of its own: a desktop already has a settings daemon, and a full-screen window would cover it
    const { child: display, number } = await startDisplay(displayServer);
    children.push(display);
    const environment = { ...process.env, DISPLAY: `:${number}` };

    narrowBrowserWindow(folder);

    // GTK takes the colour scheme and reduced motion from X settings, and follows them while it runs
    writeSettings(settingsFile, { dark: false, reduce: false });
    const settings = spawn(settingsDaemon, ['-c', settingsFile], { stdio: 'ignore', env: environment });
    children.push(settings);

    const port = await freePort();
    const server = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...environment, XDG_CONFIG_HOME: folder, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
    });
    children.push(server);
    const call = createClient(`http://127.0.0.1:${port}`);
    await untilReady(() => call('GET', '/status'), server);

    const { sessionId, capabilities } = await call('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': {
            binary: miniBrowser,
            args: ['--automation', '--full-screen'], // no toolbar, which takes 447 px
          },
        },
      },
    });
    const command = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);

    return {
      version: capabilities.browserVersion,
      command,
      navigate: (url) => command('POST', '/url', { url }),
      execute: (script, ...args) => command('POST', '/execute/sync', { script, args }),
      /** @param {{ dark: boolean, reduce: boolean }} media */
      setMedia(media) {
        writeSettings(settingsFile, media);
        settings.kill('SIGHUP'); // read the file again
      },
      async close() {
        await command('DELETE', '').catch(() => {});
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The buttons of MiniBrowser's toolbar, hidden as they are, would keep the window wider than 334 px. */
function narrowBrowserWindow(configFolder) {
  const folder = join(configFolder, 'gtk-3.0');
  mkdirSync(folder);
  writeFileSync(join(folder, 'gtk.css'), 'button, entry, image { min-width: 0; padding: 0; margin: 0; border: 0 }');
}

/** Xvfb chooses a free display number and writes it to the descriptor it is given. */
function startDisplay(displayServer) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const child = spawn(displayServer, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    child.stdio[3].once('data', (data) => resolve({ child, number: String(data).trim() }));
  });
}

function writeSettings(file, { dark, reduce }) {
  writeFileSync(file, `Net/ThemeName "${dark ? 'Adwaita-dark' : 'Adwaita'}"\nGtk/EnableAnimations ${reduce ? 0 : 1}\n`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function createClient(origin) {
  return async function call(method, path, body) {
    const response = await fetch(origin + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`WebKit: ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

async function untilReady(probe, server) {
  let startError;
  server.once('error', (error) => (startError = error));
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (startError) throw startError;
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}
