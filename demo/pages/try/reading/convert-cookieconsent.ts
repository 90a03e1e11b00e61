import type { Category, Config, Service, Text } from 'candor-consent';
import { isObject, type Json } from './shape.js';

/** Why something of a vanilla-cookieconsent config has no place in Candor's. */
export type LeftOutReason =
  | 'asks-first'
  | 'callback'
  | 'code'
  | 'cookie'
  | 'erase'
  | 'language'
  | 'look'
  | 'markup'
  | 'own-way'
  | 'preticked'
  | 'remote'
  | 'section'
  | 'table'
  | 'unknown'
  | 'weight';

export interface LeftOut {
  /** Keys joined by dots, as in the config that was carried over. */
  readonly path: string;
  readonly reason: LeftOutReason;
}

export interface Converted {
  readonly config: Config;
  /** Everything that could not be carried over, or not as it was; in the order of the config. */
  readonly leftOut: readonly LeftOut[];
}

type Report = (path: string, reason: LeftOutReason) => void;
type Texts = Record<string, Record<string, string>>;

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Where the texts of the two surfaces go: our message ids. */
const MESSAGES: Readonly<Record<string, string>> = {
  'consentModal.title': 'banner.title',
  'consentModal.description': 'banner.description',
  'consentModal.acceptAllBtn': 'banner.accept-all',
  'consentModal.acceptNecessaryBtn': 'banner.reject-all',
  'consentModal.showPreferencesBtn': 'banner.preferences',
  'preferencesModal.title': 'preferences.title',
  'preferencesModal.acceptNecessaryBtn': 'preferences.reject-all',
  'preferencesModal.savePreferencesBtn': 'preferences.save',
  'preferencesModal.closeIconLabel': 'preferences.close',
};

/** Top-level keys that have no counterpart, and why. */
const WITHOUT_COUNTERPART: Readonly<Record<string, LeftOutReason>> = {
  root: 'own-way',
  autoShow: 'own-way',
  manageScriptTags: 'own-way',
  hideFromBots: 'own-way',
  lazyHtmlGeneration: 'own-way',
  autoClearCookies: 'erase',
  onFirstConsent: 'callback',
  onConsent: 'callback',
  onChange: 'callback',
  onModalShow: 'callback',
  onModalHide: 'callback',
  onModalReady: 'callback',
};

/** Top-level keys that have a place in Candor's config, or a note of their own. */
const CARRIED_OVER = ['categories', 'language', 'guiOptions', 'cookie', 'mode', 'revision', 'disablePageInteraction'];

const POSITIONS: Readonly<Record<string, 'bottom' | 'top' | 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end'>> =
  {
    top: 'top',
    bottom: 'bottom',
    'top left': 'top-start',
    'top center': 'top',
    'top right': 'top-end',
    'bottom left': 'bottom-start',
    'bottom center': 'bottom',
    'bottom right': 'bottom-end',
  };

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Candor shows texts as texts: what the markup says is kept, the markup is not. */
const withoutMarkup = (html: string): string =>
  html
    .replace(/<\/?(?:br|p|div|li)\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const objectAt = (owner: Json, key: string): Json => {
  const value = owner[key];
  return isObject(value) ? value : {};
};

const keysBut = (owner: Json, ...known: readonly string[]): string[] =>
  Object.keys(owner).filter((key) => !known.includes(key));

/** Gives each name an id that Candor can use and that nobody else has. */
function idMaker(): (name: string, owner?: string) => string {
  const taken = new Set<string>();
  return (name, owner) => {
    const plain =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'item';
    const base = plain === 'constructor' || (taken.has(plain) && owner) ? `${owner ?? 'category'}-${plain}` : plain;
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    return id;
  };
}

/** A text in each language; one language alone is a plain text, which serves for all. */
const textOf = (byLanguage: Readonly<Record<string, string>> | undefined): Text | undefined => {
  if (!byLanguage) return undefined;
  const texts = Object.values(byLanguage);
  return texts.length === 1 ? texts[0] : { ...byLanguage };
};

interface Words {
  /** By our message id. */
  readonly messages: Texts;
  /** By `<category>.title` and `<category>.description` under their own names of categories. */
  readonly categories: Texts;
  readonly policy: Texts;
  readonly changes: Texts;
  readonly languages: readonly string[];
}

function readWords(language: Json, report: Report): Words {
  const messages: Texts = {};
  const categories: Texts = {};
  const policy: Texts = {};
  const changes: Texts = {};
  const languages: string[] = [];

  for (const [name, translation] of Object.entries(objectAt(language, 'translations'))) {
    const path = `language.translations.${name}`;
    const tag = name.replaceAll('_', '-');
    if (!isObject(translation)) {
      report(path, 'remote');
      continue;
    }
    if (!LANGUAGE_TAG.test(tag)) {
      report(path, 'language');
      continue;
    }
    languages.push(tag);
    const put = (into: Texts, key: string, from: string, text: unknown): void => {
      if (typeof text !== 'string') return report(from, 'unknown');
      if (/<[a-z]/i.test(text)) report(from, 'markup');
      (into[key] ??= {})[tag] = withoutMarkup(text);
    };

    for (const [key, text] of Object.entries(objectAt(translation, 'consentModal'))) {
      const here = `${path}.consentModal.${key}`;
      const message = MESSAGES[`consentModal.${key}`];
      if (message) put(messages, message, here, text);
      else if (key === 'revisionMessage') put(changes, 'text', here, text);
      else if (key === 'footer' && typeof text === 'string') {
        const links = [...text.matchAll(/<a\b[^>]*\bhref\s*=\s*["']?([^"'\s>]+)[^>]*>(.*?)<\/a>/gis)];
        const link =
          links.find(([whole]) => /privacy|policy|datenschutz|confidential|隐私|隱私/i.test(whole)) ?? links[0];
        if (link?.[1]) (policy['link'] ??= {})[tag] = link[1];
        if (!link || links.length > 1) report(here, 'look');
      } else report(here, key === 'closeIconLabel' ? 'own-way' : key === 'label' ? 'look' : 'unknown');
    }

    const { sections, ...panel } = objectAt(translation, 'preferencesModal');
    for (const [key, text] of Object.entries(panel)) {
      const here = `${path}.preferencesModal.${key}`;
      const message = MESSAGES[`preferencesModal.${key}`];
      if (message) put(messages, message, here, text);
      else report(here, key === 'acceptAllBtn' ? 'own-way' : key === 'serviceCounterLabel' ? 'look' : 'unknown');
    }
    let introduced = false;
    for (const [index, section] of (Array.isArray(sections) ? (sections as unknown[]) : []).entries()) {
      const here = `${path}.preferencesModal.sections.${index}`;
      if (!isObject(section)) {
        report(here, 'unknown');
        continue;
      }
      const { linkedCategory, title, description, cookieTable } = section;
      if (typeof linkedCategory === 'string') {
        if (title !== undefined) put(categories, `${linkedCategory}.title`, `${here}.title`, title);
        if (description !== undefined)
          put(categories, `${linkedCategory}.description`, `${here}.description`, description);
      } else if (!introduced && typeof description === 'string') {
        // The first one without a category is what the panel opens with.
        introduced = true;
        put(messages, 'preferences.description', `${here}.description`, description);
        if (title !== undefined) report(`${here}.title`, 'section');
      } else report(here, 'section');
      if (cookieTable !== undefined) report(`${here}.cookieTable`, 'table');
    }
  }
  return { messages, categories, policy, changes, languages };
}

function readCategories(categories: Json, words: Words, report: Report): Category[] {
  const idOf = idMaker();
  // Categories first: theirs are the names the pages use.
  const named = Object.entries(categories).map(([name, category]) => ({ name, category, id: idOf(name) }));
  return named.map(({ name, category: raw, id }): Category => {
    const path = `categories.${name}`;
    const category = isObject(raw) ? raw : {};
    if (!isObject(raw)) report(path, 'unknown');
    const title = textOf(words.categories[`${name}.title`]);
    const description = textOf(words.categories[`${name}.description`]);
    const isNecessary = category['readOnly'] === true;
    if (category['enabled'] === true && !isNecessary) report(`${path}.enabled`, 'preticked');
    if (category['autoClear'] !== undefined) report(`${path}.autoClear`, 'erase');
    const services = Object.entries(objectAt(category, 'services')).map(([key, service]): Service => {
      const here = `${path}.services.${key}`;
      const { label, onAccept, onReject, cookies } = isObject(service) ? service : {};
      if (onAccept !== undefined) report(`${here}.onAccept`, 'callback');
      if (onReject !== undefined) report(`${here}.onReject`, 'callback');
      if (cookies !== undefined) report(`${here}.cookies`, 'erase');
      if (typeof label === 'string' && /<[a-z]/i.test(label)) report(`${here}.label`, 'markup');
      return { id: idOf(key, id), name: typeof label === 'string' ? withoutMarkup(label) : key };
    });
    return {
      id,
      ...(isNecessary && id !== 'necessary' && { kind: 'necessary' as const }),
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(services.length > 0 && { services }),
    };
  });
}

function readLayout(config: Json, report: Report): Config['layout'] {
  const { consentModal, preferencesModal, ...others } = objectAt(config, 'guiOptions');
  const { layout, position, ...details } = isObject(consentModal) ? consentModal : {};
  const name = typeof layout === 'string' ? layout : '';
  const isDialog = config['disablePageInteraction'] === true;
  const banner = isDialog ? 'dialog' : name.startsWith('bar') ? 'bar' : name ? 'box' : undefined;
  if (/cloud|wide|inline/.test(name)) report('guiOptions.consentModal.layout', 'look');
  const place = typeof position === 'string' ? POSITIONS[position] : undefined;
  if (position !== undefined && !place) report('guiOptions.consentModal.position', 'look');
  for (const key of Object.keys(details)) report(`guiOptions.consentModal.${key}`, 'weight');
  if (preferencesModal !== undefined) report('guiOptions.preferencesModal', 'look');
  for (const key of Object.keys(others)) report(`guiOptions.${key}`, 'unknown');
  if (!banner && !place) return undefined;
  return { ...(banner && { banner }), ...(place && !isDialog && { position: place }) };
}

function readCookie(cookie: Json, report: Report): Pick<Config, 'cookie' | 'lifespan'> {
  const { name, domain, expiresAfterDays, ...others } = cookie;
  for (const key of Object.keys(others)) report(`cookie.${key}`, 'cookie');
  const isName = typeof name === 'string' && /^[\w!#$&'*+.^`|~-]+$/.test(name);
  if (name !== undefined && !isName) report('cookie.name', 'cookie');
  const isDays = typeof expiresAfterDays === 'number' && Number.isInteger(expiresAfterDays) && expiresAfterDays > 0;
  if (expiresAfterDays !== undefined && !isDays) report('cookie.expiresAfterDays', 'cookie');
  const own = { ...(isName && { name }), ...(typeof domain === 'string' && domain && { domain }) };
  return {
    ...(Object.keys(own).length > 0 && { cookie: own }),
    ...(isDays && { lifespan: { grantDays: expiresAfterDays, refusalDays: expiresAfterDays } }),
  };
}

/**
 * Carries a config of vanilla-cookieconsent 3 over to Candor: categories, services, texts, cookie, revision, layout.
 *
 * @param code Paths of what stood there as code, and is not in `value`.
 */
export function convertCookieConsent(value: Json, code: readonly string[] = []): Converted {
  const leftOut: LeftOut[] = [];
  const report: Report = (path, reason) => void leftOut.push({ path, reason });

  const { categories, mode, revision } = value;
  const language = objectAt(value, 'language');
  const { default: preferred } = language;
  const words = readWords(language, report);
  for (const key of keysBut(language, 'default', 'translations')) report(`language.${key}`, 'own-way');
  if (mode !== undefined && mode !== 'opt-in') report('mode', 'asks-first');
  for (const key of keysBut(value, ...CARRIED_OVER)) report(key, WITHOUT_COUNTERPART[key] ?? 'unknown');

  const first = typeof preferred === 'string' ? preferred.replaceAll('_', '-') : undefined;
  const languages = [...words.languages].sort((one, other) => Number(other === first) - Number(one === first));
  const policy = textOf(words.policy['link']);
  const layout = readLayout(value, report);
  const isRevision = typeof revision === 'number' && Number.isInteger(revision) && revision > 0;
  const changed = textOf(words.changes['text']);
  if (changed !== undefined && !isRevision) report('language.translations.*.consentModal.revisionMessage', 'unknown');
  const texts = Object.fromEntries(
    Object.entries(words.messages).map(([id, byLanguage]) => [id, textOf(byLanguage) ?? '']),
  );
  const { cookie, lifespan } = readCookie(objectAt(value, 'cookie'), report);
  const list = readCategories(isObject(categories) ? categories : {}, words, report);

  for (const path of code) {
    const isNamed = leftOut.some((entry) => path === entry.path || path.startsWith(`${entry.path}.`));
    if (!isNamed)
      report(path, /(^|\.)on[A-Z]\w*$/.test(path) ? 'callback' : /autoClear|cookies/.test(path) ? 'erase' : 'code');
  }

  return {
    config: {
      ...(isRevision && { revision }),
      ...(isRevision && changed !== undefined && { changes: [{ revision, text: changed }] }),
      ...(languages.length > 0 && { languages }),
      ...(languages.length > 1 && first && languages[0] === first && { prevailingLanguage: first }),
      ...(policy !== undefined && { controller: { privacyPolicy: policy } }),
      ...(list.length > 0 && { categories: list }),
      ...(Object.keys(texts).length > 0 && { texts }),
      ...(layout && { layout }),
      ...(lifespan && { lifespan }),
      ...(cookie && { cookie }),
    },
    leftOut,
  };
}
