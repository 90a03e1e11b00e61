import { createConsent, type Config, type Consent, type SurfaceName } from 'candor-consent';

/** What a preview shows. */
export interface Preview {
  readonly config: Config;
  /** As for `createConsent`. */
  readonly region?: string;
  /** BCP 47. */
  readonly locale?: string;
  readonly surface?: SurfaceName | 'none';
  /** Forgets what was answered in the preview. */
  readonly asNew?: boolean;
}

declare global {
  interface Window {
    /** Shows a config as a visitor would meet it who comes for the first time; resolves with what runs in the frame. */
    showPreview?: (preview: Preview) => Promise<Consent>;
  }
}

/** What a surface's element tells of itself. */
interface CandorSurface extends HTMLElement {
  readonly open: boolean;
}

let shown: { readonly consent: Consent; readonly region: string | undefined; readonly isModal: boolean } | undefined;

const isOpen = (surface: SurfaceName): boolean => !!document.querySelector<CandorSurface>(`candor-${surface}`)?.open;

window.showPreview = async ({ config, region, locale, surface = 'banner', asNew = false }) => {
  const framed: Config = { ...config, frames: true };
  document.documentElement.style.colorScheme = config.theme?.scheme?.replace('auto', '') ?? '';
  const isModal = config.layout?.banner === 'dialog';
  if (shown && shown.region === region && !asNew) {
    // A surface that stays is brought up to date where it stands, so that nothing flickers and no focus moves.
    const isKept =
      surface === 'preferences'
        ? isOpen(surface)
        : isOpen('banner') && !isOpen('preferences') && shown.isModal === isModal;
    if (!isKept || surface === 'none') shown.consent.hide();
    shown.consent.replaceConfig(framed);
    shown = { ...shown, isModal };
  } else {
    // A region is for life: another one needs another consent.
    shown?.consent.destroy();
    const options = { storage: 'memory', manual: true, ...(region && { region }), ...(locale && { locale }) } as const;
    shown = { consent: createConsent(framed, options), region, isModal };
  }
  const { consent } = shown;
  if (locale) await consent.setLocale(locale);
  document.documentElement.lang = consent.locale;
  if (surface !== 'none') await consent.show(surface);
  return consent;
};

// A link of the config leads out of the preview, to a page that is not there.
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (link) event.preventDefault();
});
