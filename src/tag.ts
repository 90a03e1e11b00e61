/** The script tag: reads its attributes and the page's config, and starts Candor as `window.candor`. */
import { loadLater, ownScript } from './load.tag.js';
import { start } from './start.js';
import { defineServed } from './ui/embed/define.tag.js';

const { dataset, nonce } = ownScript;
const inline = document.getElementById('candor-config') as HTMLScriptElement | null;

/** Fetches the config; where that fails, `later` tries once more and says why there is none. */
const fetchConfig = (url: string): Promise<unknown> =>
  fetch(url)
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error())))
    .catch(() => loadLater().then(({ fetchAgain }) => fetchAgain(url)));

defineServed(
  start(dataset['config'] ? fetchConfig(dataset['config']) : (inline?.text ?? {}), {
    region: dataset['region'],
    gpc: dataset['gpc'] === '1',
    locale: dataset['lang'],
    manual: 'manual' in dataset,
    debug: 'debug' in dataset,
    nonce,
  }),
);
