import { createCurrencyChoice } from './currency.js';
import { machinesView } from './machines-view.js';
import { createOverviewView } from './overview-view.js';
import { startRouter } from './router.js';
import { createSettingsView } from './settings-view.js';
import { usageView } from './usage-view.js';

// Missing where the script was blocked: the console must work all the same.
const { candor } = window;

const outlet = document.querySelector<HTMLElement>('#view');
const [base = '/console/'] = /^(?:\/zh)?\/console\//.exec(location.pathname) ?? [];
const title = document.title;
const language = document.querySelector<HTMLAnchorElement>('.language');
const otherBase = language?.pathname ?? base;
const currency = createCurrencyChoice(candor);

/** What stands around the view follows it: the title, the mark in the navigation, the way to the other language. */
function follow(path: string): void {
  const heading = outlet?.querySelector('h1')?.textContent ?? '';
  document.title = `${heading} · ${title}`;
  const own = path === '' ? base : `${base}${path}/`;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.console-navigation a')) {
    if (link.pathname === own) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  language?.setAttribute('href', own.replace(base, otherBase));
}

if (outlet) {
  startRouter({
    outlet,
    base,
    views: {
      overview: createOverviewView(currency),
      machines: machinesView,
      usage: usageView,
      settings: createSettingsView(currency),
      missing: () => undefined,
    },
    onShow: follow,
  });
}
