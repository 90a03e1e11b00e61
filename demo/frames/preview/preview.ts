import { createConsent, type Config, type Consent, type SurfaceName } from 'candor-consent';

/** What a preview shows. */
export interface Preview {
  readonly config: Config;
  /** As for `createConsent`. */
  readonly region?: string;
  /** BCP 47. */
  readonly locale?: string;
  readonly surface?: SurfaceName | 'none';
}

declare global {
  interface Window {
    /** Shows a config as a visitor would meet it who comes for the first time; resolves with what runs in the frame. */
    showPreview?: (preview: Preview) => Promise<Consent>;
  }
}

let shown: { readonly consent: Consent; readonly region: string | undefined } | undefined;

window.showPreview = async ({ config, region, locale, surface = 'banner' }) => {
  const framed: Config = { ...config, frames: true };
  document.documentElement.style.colorScheme = config.theme?.scheme?.replace('auto', '') ?? '';
  if (shown && shown.region === region) {
    shown.consent.hide();
    shown.consent.replaceConfig(framed);
  } else {
    // A region is for life: another one needs another consent.
    shown?.consent.destroy();
    const options = { storage: 'memory', manual: true, ...(region && { region }), ...(locale && { locale }) } as const;
    shown = { consent: createConsent(framed, options), region };
  }
  const { consent } = shown;
  if (locale) await consent.setLocale(locale);
  document.documentElement.lang = consent.locale;
  if (surface !== 'none') await consent.show(surface);
  return consent;
};
