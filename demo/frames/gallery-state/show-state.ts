import type { Consent, SurfaceName } from 'candor-consent';
import { TAGS, type EmbedMarkup, type GalleryState, type Step } from '../../pages/gallery/state.js';
import { FORCE } from './force-states.js';

const settled = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const SURFACES: readonly SurfaceName[] = ['banner', 'preferences', 'notice', 'age', 'guardian', 'records'];

/** Waits until what is shown has a shadow tree with words in it. */
async function rendered(tag: string): Promise<ShadowRoot> {
  for (;;) {
    const outer = document.querySelector(tag)?.shadowRoot;
    const root = outer?.querySelector('candor-placeholder')?.shadowRoot ?? outer;
    if (root?.textContent?.trim()) return root;
    await settled();
  }
}

/** Puts an embed at the head of the page. */
function placeEmbed({ consent, service = '', label, width, height }: EmbedMarkup): void {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = String(height);
  const template = document.createElement('template');
  template.content.append(frame);
  const embed = document.createElement('candor-embed');
  embed.setAttribute('consent', consent);
  embed.setAttribute('service', service);
  embed.setAttribute('label', document.documentElement.lang.startsWith('zh') ? label.zh : label.en);
  embed.append(template);
  const main = document.createElement('main');
  main.append(embed);
  document.body.prepend(main);
}

/** A request that the server keeps waiting must not keep the page from being loaded, or the gallery would wait as well. */
const loaded = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }));

/** Unlike `scrollIntoView()` it leaves the page around the frame where it is. */
function scrollTo(element: HTMLElement): void {
  let scroller = element.parentElement;
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
  if (!scroller) return;
  const { top, height } = element.getBoundingClientRect();
  scroller.scrollTop += top + height / 2 - (scroller.getBoundingClientRect().top + scroller.clientHeight / 2);
}

async function take(step: Step, root: ShadowRoot): Promise<void> {
  const found = Array.from(root.querySelectorAll<HTMLElement>(step.on));
  const [first] = found;
  if (!first) throw new Error(`Nothing is ${step.on}`);
  switch (step.do) {
    case 'press':
      first.click();
      break;
    case 'unfold':
      for (const details of found) (details as HTMLDetailsElement).open = true;
      break;
    case 'scroll-to':
      scrollTo(first);
      break;
    case 'force':
      scrollTo(first);
      first.setAttribute(FORCE, step.as);
  }
  await settled();
}

/** Brings the page into the state and resolves when it is there. */
export async function showState(consent: Consent, state: GalleryState): Promise<void> {
  const { shows, asks = '', steps = [] } = state;
  if (shows === 'imported') {
    // It comes when an account brings other choices than this device has.
    // A minute later than what was answered here.
    const answers = { analytics: { granted: true, at: Math.floor(Date.now() / 1000) + 60, revision: 1 } };
    await consent.import({ version: 1, at: answers.analytics.at, revision: 1, answers });
  } else if (shows === 'request') {
    // It resolves with the answer.
    void consent.request(asks, { trigger: 'visitor' });
  } else if (SURFACES.includes(shows as SurfaceName)) {
    await consent.show(shows as SurfaceName);
  } else if (shows === 'inline-button') {
    await import('candor-consent/define');
    const button = document.createElement('candor-button');
    button.setAttribute('inline', '');
    document.querySelector('footer')?.append(button);
  } else if (shows === 'embed' && state.embed) {
    await import('candor-consent/define');
    placeEmbed(state.embed);
  }
  const root = await rendered(TAGS[shows]);
  await loaded();
  for (const step of steps) await take(step, root);
}
