import { createConsent, type Config, type Consent } from 'candor-consent';
import settings from '../../consent.json';
import { mountLeftBrowser } from '../../site/left-browser.js';
import { translator } from '../../site/translator.js';
import { startTracker } from './tracker.js';

// TypeScript reads words of a JSON file as any string; the linter has checked this one.
const config = settings as Config;

const text = translator(
  {
    'choice.yes': 'yes',
    'choice.no': 'no',
    'event.change': 'change by {method}: yes to {granted}; no to {denied}',
    'event.nothing': 'nothing new',
    'location.refused': 'Location stays off.',
    'location.found': 'Latitude {latitude}°, longitude {longitude}°. It stays on this page.',
    'location.failed': 'The browser gave no position.',
  },
  {
    'choice.yes': '同意',
    'choice.no': '不同意',
    'event.change': 'change（{method}）：同意 {granted}；不同意 {denied}',
    'event.nothing': '无变化',
    'location.refused': '位置信息保持关闭。',
    'location.found': '纬度 {latitude}°，经度 {longitude}°。位置仅在本页使用。',
    'location.failed': '浏览器未提供位置。',
  },
);

function find<Type extends HTMLElement>(selector: string): Type {
  const found = document.querySelector<Type>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

const onClick = (selector: string, run: () => void): void => find(selector).addEventListener('click', run);

function mountButtons(consent: Consent): void {
  onClick('#accept-all', () => consent.acceptAll());
  onClick('#reject-all', () => consent.rejectAll());
  onClick('#withdraw', () => consent.withdraw());
  onClick('#show-preferences', () => void consent.show('preferences'));
}

function mountLocales(consent: Consent): void {
  const select = find<HTMLSelectElement>('#locale');
  for (const tag of config.languages ?? []) {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    select.append(new Option(name, tag, false, tag === consent.locale));
  }
  select.addEventListener('change', () => void consent.setLocale(select.value));
}

function showChoices(consent: Consent): void {
  const services = new Set(
    (config.categories ?? []).flatMap((category) => (category.services ?? []).map(({ id }) => id)),
  );
  const rows = Object.entries(consent.choices).map(([id, granted]) => {
    const row = document.createElement('tr');
    row.dataset['choice'] = id;
    row.classList.toggle('service', services.has(id));
    row.classList.toggle('granted', granted);
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = id;
    row.append(head);
    row.insertCell().textContent = text(granted ? 'choice.yes' : 'choice.no');
    return row;
  });
  find('#choices').replaceChildren(...rows);
}

function tell(message: string): void {
  const item = document.createElement('li');
  item.textContent = message;
  find('#events').prepend(item);
}

function mountEvents(consent: Consent): void {
  consent.addEventListener('change', ({ detail }) => {
    showChoices(consent);
    const list = (ids: readonly string[]): string => ids.join(', ') || text('event.nothing');
    tell(
      text('event.change', {
        method: detail.method,
        granted: list(detail.granted),
        denied: list(detail.denied),
      }),
    );
  });
  document.addEventListener('candor-show', ({ detail }) => tell(`show: ${detail.surface}`));
  document.addEventListener('candor-hide', ({ detail }) => tell(`hide: ${detail.surface}`));
}

async function locate(consent: Consent): Promise<string> {
  if (!(await consent.request('location'))) return text('location.refused');
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        resolve(
          text('location.found', { latitude: String(Math.round(latitude)), longitude: String(Math.round(longitude)) }),
        ),
      () => resolve(text('location.failed')),
    ),
  );
}

function mountLocation(consent: Consent): void {
  const result = find('#location-result');
  let isWaiting = false;
  onClick('#use-location', () => {
    // One request waits, however often the button is pressed.
    if (isWaiting) return;
    isWaiting = true;
    void locate(consent).then((message) => {
      result.textContent = message;
      isWaiting = false;
    });
  });
}

const consent = createConsent(config);
mountButtons(consent);
mountLocales(consent);
mountEvents(consent);
mountLocation(consent);
showChoices(consent);
consent.gate('posthog', startTracker);
mountLeftBrowser();
