import type { Config } from '../core/config.js';
import { segmentPreferences } from './segment-preferences.js';
import type { Signal } from '../core/signal.js';
import { adobe } from './vendors/adobe.js';
import { amplitude } from './vendors/amplitude.js';
import { clarity } from './vendors/clarity.js';
import { matomo } from './vendors/matomo.js';
import { metaPixel } from './vendors/meta-pixel.js';
import { microsoftUet } from './vendors/microsoft-uet.js';
import { mixpanel } from './vendors/mixpanel.js';
import { piwikPro } from './vendors/piwik-pro.js';
import { posthog } from './vendors/posthog.js';
import { quickTracking } from './vendors/quick-tracking.js';
import { sensorsData } from './vendors/sensors-data.js';
import { shopify } from './vendors/shopify.js';
import { tiktok } from './vendors/tiktok.js';
import { volcengine } from './vendors/volcengine.js';
import { wpConsent } from './vendors/wp-consent.js';
import { zaraz } from './vendors/zaraz.js';

/** By their keys under `signals`. Those that no signal exists for, LinkedIn and Baidu Tongji, are told nothing: see `facts.ts`. */
const SIGNALS: Readonly<Record<string, (options?: object) => Signal>> = {
  microsoftUet,
  clarity,
  metaPixel,
  tiktok,
  matomo,
  segment: segmentPreferences,
  posthog,
  mixpanel,
  amplitude,
  quickTracking,
  sensorsData,
  piwikPro,
  adobe,
  shopify,
  wpConsent,
  zaraz,
  volcengine,
};

/** The vendors, Google apart, that a config has told. What it says in another way than the schema allows is left out; the linter tells. */
export function vendorSignals({ signals }: Config): Signal[] {
  const wanted = (signals ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(SIGNALS).flatMap(([key, make]) => {
    const options = wanted[key];
    if (options === true) return make();
    return options === Object(options) && !Array.isArray(options) ? make(options as object) : [];
  });
}
