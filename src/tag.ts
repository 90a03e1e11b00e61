/** The script tag: reads its attributes and the page's config, and starts Candor as `window.candor`. */
import { ownScript } from './load.tag.js';
import { start } from './start.js';

const { dataset, nonce } = ownScript;
const inline = document.getElementById('candor-config') as HTMLScriptElement | null;

/** Fetches the config, a second time where the first fails. A text in its place says why there is none. */
function fetchConfig(url: string): Promise<unknown> {
  const attempt = (): Promise<unknown> =>
    fetch(url).then((response) => (response.ok ? response.json() : Promise.reject(new Error(`${response.status}`))));
  return attempt()
    .catch(attempt)
    .catch((error: Error) => `${url}: ${error}`);
}

/** What is no JSON stays the text it is; `start` has it explained. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

start(dataset['config'] ? fetchConfig(dataset['config']) : inline ? parse(inline.text) : {}, {
  region: dataset['region'],
  locale: dataset['lang'],
  manual: 'manual' in dataset,
  debug: 'debug' in dataset,
  nonce,
});
