import type { Config } from 'candor-consent';
import { STATES } from '../../pages/gallery/states.js';
import { forceAllSheets } from './force-states.js';
import { readQuery } from './frame-query.js';
import { showState } from './show-state.js';
import { startCandor } from './start-candor.js';

const { documentElement: root } = document;

/** `data-gallery` on the root tells the gallery, and its tests, how far this is. */
const tell = (progress: 'shown' | 'failed'): void => {
  root.dataset['gallery'] = progress;
  // The gallery learns which languages there are from what the frames speak.
  if (window.candor) root.dataset['locales'] = window.candor.locales.join(' ');
};

/** A frame that comes near must not scroll the gallery to itself. */
function keepScroll(): void {
  const { prototype } = HTMLElement;

  const { focus } = prototype;
  prototype.focus = function (this: HTMLElement, options?: FocusOptions): void {
    focus.call(this, { ...options, preventScroll: true });
  };
}

/** Most configs offer two languages; one that is asked for besides is offered as well. */
const offering = ({ languages = [] }: Config, language: string): Pick<Config, 'languages'> =>
  languages.length > 1 && !languages.includes(language) ? { languages: [...languages, language] } : {};

async function run(): Promise<void> {
  if (parent !== window) keepScroll();
  const query = readQuery(location.search);
  const state = STATES.find(({ id }) => id === query.state);
  if (!state) throw new Error(`There is no state ${query.state}`);
  const language = state.speaks ?? query.language;
  const scheme = state.scheme ?? query.scheme;

  forceAllSheets(query.motion);
  root.lang = language;
  root.dir = /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
  root.dataset['host'] = query.look || state.host || 'plain';
  root.dataset['shows'] = state.shows;
  root.style.colorScheme = scheme === 'auto' ? '' : scheme;
  const config: Config = {
    ...state.config,
    ...offering(state.config, language),
    frames: true,
    layout: { ...state.config.layout, ...(query.density && { density: query.density }) },
    theme: { ...state.config.theme, ...(query.look && { look: query.look }), scheme },
  };
  await showState(await startCandor(state, config, language), state);
}

run().then(
  () => tell('shown'),
  (error: unknown) => {
    tell('failed');
    throw error;
  },
);
