/**
 * Google Consent Mode v2: tells Google's tags which of their seven consent types are allowed.
 *
 * Commands, types and their order: developers.google.com/tag-platform/security/guides/consent. The pushed item must be an
 * `arguments` object; a Google tag takes no array for a command.
 */
import { categoriesOf } from '../core/categories.js';
import type { Category, GoogleConsentMode } from '../core/config.js';
import type { Consent } from '../core/consent.js';
import type { Signal } from '../core/signal.js';

export type ConsentType = NonNullable<Category['consentMode']>[number];

type State = Record<string, string>;

/** Of which built-in category each type is a part; the config's `consentMode` says it for others. */
export const CONSENT_TYPES: Readonly<Record<string, readonly ConsentType[]>> = {
  functional: ['functionality_storage', 'personalization_storage'],
  analytics: ['analytics_storage'],
  advertising: ['ad_storage', 'ad_user_data', 'ad_personalization'],
};

/** Granted is what every category that names the type allows; `security_storage` needs no consent. */
function stateOf(allows: (type: string) => boolean): State {
  const types = ['security_storage', ...Object.values(CONSENT_TYPES).flat()];
  return Object.fromEntries(types.map((type, index) => [type, !index || allows(type) ? 'granted' : 'denied']));
}

/** @param options From the config. */
export function googleConsentMode(options: GoogleConsentMode | boolean = {}): Signal {
  const {
    dataLayer = 'dataLayer',
    waitForUpdate = 500,
    adsDataRedaction,
    urlPassthrough,
    regions = [],
  } = typeof options === 'object' ? options : {};
  const page = (): Record<string, unknown> => window as unknown as Record<string, unknown>;
  const queue = (): unknown[] => (page()[dataLayer] ??= []) as unknown[];
  const gtag = function (..._command: unknown[]): void {
    // eslint-disable-next-line prefer-rest-params -- See above.
    queue().push(arguments);
  };
  /** Candor's own template in Google Tag Manager takes it by function: commands in the queue would come later than tags. */
  const template = (): unknown => page()['candorGoogleConsent'];
  const tell = (command: 'default' | 'update', state: State, more?: object): void => {
    const hear = template();
    if (typeof hear === 'function') (hear as typeof tell)(command, state);
    else gtag('consent', command, { ...state, ...more });
  };
  const chosen = ({ config, granted }: Consent): State =>
    stateOf((type) => {
      const ids = categoriesOf(config)
        .filter(({ id, consentMode = CONSENT_TYPES[id] ?? [] }) => (consentMode as readonly string[]).includes(type))
        .map(({ id }) => id);
      return !!ids.length && ids.every(granted);
    });

  return {
    id: 'googleConsentMode',
    start(consent) {
      const state = consent.decision.at ? stateOf(() => false) : chosen(consent);
      tell('default', state, { wait_for_update: waitForUpdate });
      // The template has fields of its own for these.
      if (template()) return;
      for (const { region, granted } of regions)
        tell(
          'default',
          stateOf((type) => (granted as readonly string[]).includes(type)),
          { region },
        );
      if (adsDataRedaction) gtag('set', 'ads_data_redaction', true);
      if (urlPassthrough) gtag('set', 'url_passthrough', true);
    },
    update(consent) {
      tell('update', chosen(consent));
      queue().push({ event: 'candor_consent_update' });
    },
  };
}
