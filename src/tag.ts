/** The script tag: reads its attributes and the page's config, and starts Candor as `window.candor`. */
import { ownScript } from './load.tag.js';
import { start } from './start.js';

const { dataset, nonce } = ownScript;
const inline = document.getElementById('candor-config') as HTMLScriptElement | null;

/** Fetches the config; once more where the first time failed. */
const fetchConfig = (url: string, again = true): Promise<unknown> =>
  fetch(url)
    .then((response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      return response.json() as unknown;
    })
    .catch((error: Error) => {
      if (again) return fetchConfig(url, false);
      throw Object.assign(error, { name: url });
    });

function parseConfig(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return Promise.reject(Object.assign(error as Error, { name: '#candor-config' }));
  }
}

start(dataset['config'] ? fetchConfig(dataset['config']) : inline ? parseConfig(inline.text) : {}, {
  region: dataset['region'],
  locale: dataset['lang'],
  manual: 'manual' in dataset,
  debug: 'debug' in dataset,
  nonce,
});
