// Playwright's page, as far as the test runner's commands use it, on top of WebDriver.

const KEY_CODES = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };
const DEFAULT_VIEWPORT = { width: 800, height: 600 };
const DEFAULT_MEDIA = { dark: false, reduce: false };
const POLL_MS = 40;

/** @param {Awaited<ReturnType<import('./webkit-browser.js').startWebKitBrowser>>} browser */
export function createWebKitPage(browser) {
  let media = DEFAULT_MEDIA;

  const perform = (source) => browser.command('POST', '/actions', { actions: [source] });
  const keys = (actions) => perform({ type: 'key', id: 'keyboard', actions });
  const pointer = (actions) => perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });

  /** The window manager applies a size late and at times not at all, so it is asked again. */
  async function setViewportSize({ width, height }) {
    for (let attempt = 0; attempt < 20; attempt++) {
      const [innerWidth, innerHeight] = await browser.execute('return [innerWidth, innerHeight]');
      if (innerWidth === width && innerHeight === height) return;
      if (attempt % 5 === 0) {
        const outer = await browser.command('GET', '/window/rect');
        await browser.command('POST', '/window/rect', {
          width: outer.width + width - innerWidth,
          height: outer.height + height - innerHeight,
        });
      }
      await pause();
    }
    throw new Error(`WebKit: could not set the viewport to ${width}x${height}`);
  }

  async function setMedia(wanted) {
    media = wanted;
    browser.setMedia(media);
    for (let attempt = 0; attempt < 75; attempt++) {
      const [dark, reduce] = await browser.execute(
        'return ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"].map((query) => matchMedia(query).matches)',
      );
      if (dark === media.dark && reduce === media.reduce) return;
      await pause();
    }
    throw new Error('WebKit: the media features did not change');
  }

  return {
    setViewportSize,

    async emulateMedia({ media: type, colorScheme, reducedMotion }) {
      if (type) throw new Error('WebKit: the media type cannot be emulated');
      await setMedia({
        dark: colorScheme ? colorScheme === 'dark' : media.dark,
        reduce: reducedMotion ? reducedMotion === 'reduce' : media.reduce,
      });
    },

    keyboard: {
      down: (key) => keys([keyDown(key)]),
      up: (key) => keys([keyUp(key)]),
      /** @param {string} chord one key, or several as in "Shift+Tab" */
      press(chord) {
        const pressed = chord.length > 1 ? chord.split('+') : [chord];
        return keys([...pressed.map(keyDown), ...pressed.reverse().map(keyUp)]);
      },
      type: (text) => keys([...text].flatMap((character) => [keyDown(character), keyUp(character)])),
    },

    mouse: {
      move: (x, y) => pointer([moveTo(x, y)]),
      down: ({ button } = {}) => pointer([buttonDown(button)]),
      up: ({ button } = {}) => pointer([buttonUp(button)]),
      click: (x, y, { button } = {}) => pointer([moveTo(x, y), buttonDown(button), buttonUp(button)]),
    },

    screenshot: async () => Buffer.from(await browser.command('GET', '/screenshot'), 'base64'),

    /** As new: no held keys, no cookies, no storage, no emulation, nothing running. */
    async reset() {
      await browser.command('DELETE', '/actions').catch(() => {});
      await browser.command('DELETE', '/cookie').catch(() => {});
      await browser.execute('localStorage.clear(); sessionStorage.clear()').catch(() => {}); // about:blank has none
      await browser.navigate('about:blank');
      await setViewportSize(DEFAULT_VIEWPORT);
      if (media.dark || media.reduce) await setMedia(DEFAULT_MEDIA);
    },
  };
}

const codeOf = (key) => KEY_CODES[key] ?? key;
const keyDown = (key) => ({ type: 'keyDown', value: codeOf(key) });
const keyUp = (key) => ({ type: 'keyUp', value: codeOf(key) });
const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x, y });
const buttonDown = (button = 'left') => ({ type: 'pointerDown', button: BUTTONS[button] });
const buttonUp = (button = 'left') => ({ type: 'pointerUp', button: BUTTONS[button] });
const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));
