import type { Consent } from 'candor-consent';
import { render } from 'lit';
import { mountAskButtons } from '../../site/ask-buttons.js';
import { mountLeftBrowser } from '../../site/left-browser.js';
import { translator } from '../../site/translator.js';
// What “Start over” does on the pages of the behaviours.
import '../behaviours/start-over.js';
import { keepWithAccount } from './account.js';
import { arrival, remember } from './arrival.js';
import { latestRecord } from './latest-record.js';
import { mountGuardian } from './guardian.js';
import { inPageLanguage } from './policies.js';
import { mountSignIn } from './sign-in.js';
import { standing } from './standing.js';

const text = translator(
  { blocked: 'Candor is not running on this page, so nothing optional is on.' },
  { blocked: '本页未运行 Candor，所有非必要用途均为关闭。' },
);

/** No event tells that the record of what the visitor was told is kept: it comes after `candor-told`. */
const LOOK_EVERY_MILLISECONDS = 500;

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
};

const { policy, visitor, name } = arrival;

/** Only what is for this visitor at this policy is in sight. */
function showScene(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-visitor], [data-policy]')) {
    const { visitor: visitors = visitor, policy: policies = policy } = part.dataset;
    part.hidden = !visitors.split(' ').includes(visitor) || policies !== policy;
  }
  document
    .querySelector(`.visitors a[href*="policy=${policy}&visitor=${visitor}#"]`)
    ?.setAttribute('aria-current', 'page');
}

function mount(candor: Consent): void {
  const show = (): void => {
    render(standing(candor), find('#standing'));
    render(latestRecord(candor.record), find('#record'));
  };
  let last = candor.record?.receiptId;
  const follow = (): void => {
    const next = candor.record?.receiptId;
    if (next === last) return;
    last = next;
    show();
  };
  // A change of who the visitor is decides nothing, and changes what is on.
  candor.addEventListener('refresh', show);
  for (const type of ['candor-change', 'candor-told', 'candor-show']) document.addEventListener(type, show);
  document.addEventListener('candor-change', () => keepWithAccount(candor));
  document.addEventListener('candor-told', ({ detail }) => {
    const items = detail.changes.map((change) => {
      const item = document.createElement('li');
      item.textContent = inPageLanguage(change.text) ?? '';
      return item;
    });
    find('#told').append(...items);
  });
  find('#own-record').addEventListener('click', () => void candor.show('records'));
  setInterval(follow, LOOK_EVERY_MILLISECONDS);
  mountAskButtons();
  mountGuardian(candor);
  mountSignIn(candor);
  show();
}

mountLeftBrowser();
showScene();
const startOver = find('#start-anew');
startOver.dataset['startOver'] = name;
// On the button, so before the document hears of it and the page is left.
startOver.addEventListener('click', () => {
  remember('session');
  remember('account');
});
if (window.candor) mount(window.candor);
else find('#standing').textContent = text('blocked');
