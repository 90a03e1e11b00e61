import type { GalleryState } from '../../../demo/pages/gallery/state.js';

/** Begins every expression: the shadow tree of what is shown. */
const banner = `document.querySelector('candor-banner').shadowRoot`;
const panel = `document.querySelector('candor-preferences').shadowRoot`;
const embed = `document.querySelector('candor-embed').shadowRoot.querySelector('candor-placeholder').shadowRoot`;
const surface = (name: string): string => `document.querySelector('candor-${name}').shadowRoot`;
const request = surface('request');
const bannerBox = `${banner}.querySelector('[part=banner]').getBoundingClientRect()`;

/** In sight inside the panel, not behind its head or foot. */
const inSight = (selector: string): string =>
  `(({ top, bottom }) => top >= 40 && bottom <= innerHeight - 40)(${panel}.querySelector('${selector}').getBoundingClientRect())`;

const facts = (count: number): string => `${request}.querySelectorAll('dt').length === ${count}`;

const recipients = (count: number): string => `${request}.querySelectorAll('dt.service-name').length === ${count}`;

const has = (root: string, selector: string): string => `${root}.querySelector('${selector}')`;

/** What a state must show to be that state, as an expression in the page. */
const CLAIMS: Readonly<Record<string, string>> = {
  'bar-bottom': `${bannerBox}.width === innerWidth && ${bannerBox}.bottom === innerHeight`,
  'bar-top': `${bannerBox}.width === innerWidth && ${bannerBox}.top === 0`,
  dialog: `${has(banner, 'dialog:modal')}`,
  'asked-again': `/location/.test(${banner}.textContent) !== /位置/.test(${banner}.textContent)
    && !/visits|统计/.test(${banner}.textContent)
    && /new|新增/.test(${has(banner, '[part=accept-all]')}.textContent)`,
  'own-purposes': `${banner}.querySelectorAll('[part=description]').length === 2`,
  'no-policy': `!${has(banner, '[part=policy]')}`,
  'every-language': `${panel}.querySelectorAll('[part=language] option').length > 40`,
  'one-language': `!${has(banner, '[part=language]')}`,
  'german-box': `/Einwilligung/.test(${banner}.textContent)`,
  'german-panel': `/Ihre Rechte/.test(${panel}.textContent)`,
  'chinese-box': `/由您决定/.test(${banner}.textContent)`,
  'arabic-box': `getComputedStyle(${has(banner, '[part=banner]')}).direction === 'rtl'`,
  'arabic-bar': `getComputedStyle(${has(banner, '[part=banner]')}).direction === 'rtl'`,
  'arabic-panel': `getComputedStyle(${has(panel, '[part=panel]')}).direction === 'rtl'`,
  'panel-on': `${panel}.querySelectorAll('[aria-checked=true]').length === 1`,
  'panel-services': `${has(panel, '[data-consent-service=posthog][aria-checked=true]')}
    && ${has(panel, '[data-consent-service=uptime][aria-checked=false]')}
    && ${inSight('[data-consent-service=posthog]')}`,
  'panel-unfolded': `!${has(panel, 'details:not([open])')}`,
  'panel-separate': inSight('#sharing-title'),
  'panel-rights': inSight('[data-consent-action=withdraw]'),
  'panel-nobody': `!${has(panel, 'a')}`,
  'panel-forty': `${panel}.querySelectorAll('[data-consent-service]').length === 40`,
  'embed-film': `${embed}.querySelectorAll('.choices button').length === 2 && /Lumen|流明/.test(${embed}.textContent)`,
  'embed-facts': `${has(embed, 'details[open]')}`,
  'embed-unnamed': `/another provider|其他提供方/.test(${embed}.textContent)`,
  'embed-separate': `${embed}.querySelectorAll('.choices button').length === 1`,
  'embed-unknown': `/socail/.test(${embed}.textContent) && !${has(embed, '.choices')}`,
  'embed-low': `innerWidth < 600 || ${has(embed, '[data-layout=row]')}`,
  'embed-small': `${has(embed, '[part=open]')}.getBoundingClientRect().width === 120`,
  'embed-sign': `${has(embed, '[part=open]')}.getBoundingClientRect().width === 40`,
  'embed-dialog': `${has(embed, 'dialog:modal')}`,
  'german-request': `/Erlauben/.test(${request}.textContent)`,
  'chinese-request': `/允许/.test(${request}.textContent) && ${facts(7)}`,
  'arabic-request': `getComputedStyle(${has(request, '[part=request]')}).direction === 'rtl' && ${facts(7)}`,
  // Of a category where it is kept, what a refusal means and how long an answer holds; of a service four facts more.
  'request-category': facts(3),
  'request-recipients': `${recipients(2)} && /Pulse|脉搏/.test(${request}.textContent)`,
  'request-service': `${facts(7)} && /PostHog/.test(${has(request, 'h2')}.textContent)`,
  'request-own': `/research|调研/.test(${has(request, 'h2')}.textContent)`,
  'request-separate': `${recipients(1)} && ${facts(7)} && /card|银行卡/.test(${request}.textContent)`,
  'request-long': `/Observatory|观测平台/.test(${has(request, 'h2')}.textContent) && ${facts(6)}`,
  'request-forty': `${recipients(40)} && (({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(${has(request, '.text')})`,
  'changes-asked': `/PostHog/.test(${banner}.textContent)
    && /new|新增/.test(${has(banner, '[part=accept-all]')}.textContent)`,
  'changes-told': `${surface('notice')}.querySelectorAll('[part=change]').length === 3`,
  'changes-small': `${has(surface('notice'), '[part=close]')}.getBoundingClientRect().bottom <= innerHeight`,
  'changes-panel': `${panel}.querySelectorAll('[part=change]').length >= 3`,
  age: `${surface('age')}.querySelectorAll('[data-consent-age]').length === 3`,
  'age-child': `${has(surface('age'), '[part=guardian]')} && !${has(surface('age'), '[data-consent-age]')}`,
  guardian: `!${has(surface('guardian'), ':checked')} && !${has(surface('guardian'), '[part=problem]')}`,
  'guardian-incomplete': `${has(surface('guardian'), '[part=problem]')}`,
  teenager: `/18/.test(${has(panel, '[part=locked]')}.textContent) && /14|15|16/.test(${has(panel, '[part=standing]')}.textContent)`,
  account: `/account|账号/.test(${surface('imported')}.textContent)`,
  records: `${surface('records')}.querySelectorAll('[part=entry]').length === 1`,
  'records-none': `!${has(surface('records'), '[part=entry]')}`,
  'panel-loading': `${has(banner, '[aria-busy=true]')}`,
  'panel-failed': `${has(banner, '[role=alert]')}`,
};

const START = { start: `<= innerWidth / 2`, end: `>= innerWidth / 2` } as const;
const EDGE = { top: `<= innerHeight / 2`, bottom: `>= innerHeight / 2` } as const;

/** A box stands at the edge and side that its id names; on a small screen it fills the width. */
function placeOf(id: string): string | undefined {
  const [, edge, side] = /^box-(top|bottom)(?:-(start|end))?$/.exec(id) ?? [];
  if (!edge) return undefined;
  const { x, y } = {
    x: `(${bannerBox}.left + ${bannerBox}.right) / 2`,
    y: `(${bannerBox}.top + ${bannerBox}.bottom) / 2`,
  };
  const across = side ? `${x} ${START[side as 'start']}` : `Math.abs(${x} - innerWidth / 2) < 2`;
  return `${y} ${EDGE[edge as 'top']} && (${across} || innerWidth < 480)`;
}

export const claimOf = ({ id }: GalleryState): string | undefined => CLAIMS[id] ?? placeOf(id);
