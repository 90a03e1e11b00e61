/** A parsed text that is no list and no single value. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which consent library a value looks written for. */
export type Shape = 'candor' | 'cookieconsent' | 'klaro' | 'unknown';

const CANDOR_KEYS = [
  'controller',
  'revision',
  'changes',
  'layout',
  'theme',
  'texts',
  'regions',
  'lifespan',
  'languages',
];

/** Klaro names its services in a list, and says by these keys how it looks and where it keeps the answer. */
const KLARO_KEYS = ['elementID', 'storageMethod', 'cookieName', 'mustConsent', 'acceptAll', 'privacyPolicy', 'default'];

const isKlaro = (value: Json): boolean =>
  [value['services'], value['apps']].some(
    (list) =>
      Array.isArray(list) && list.some((entry) => isObject(entry) && ('purposes' in entry || 'cookies' in entry)),
  ) ||
  ('translations' in value && KLARO_KEYS.some((key) => key in value));

/** vanilla-cookieconsent keys its categories by name; Candor lists them. */
const isCookieConsent = (value: Json): boolean => {
  const { categories, language, guiOptions } = value;
  return (
    (isObject(language) && 'translations' in language) ||
    isObject(guiOptions) ||
    (isObject(categories) && Object.values(categories).every(isObject))
  );
};

export function shapeOf(value: Json): Shape {
  if (isCookieConsent(value)) return 'cookieconsent';
  if (isKlaro(value)) return 'klaro';
  return Array.isArray(value['categories']) || CANDOR_KEYS.some((key) => key in value) ? 'candor' : 'unknown';
}
