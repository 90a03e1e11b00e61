export type LibraryId = 'candor' | 'cookieconsent';

/** A frame's page, with whichever library runs in it. */
export type FrameWindow = Window & typeof globalThis;

/** Where to find the parts of a library's surfaces, and how to call for them. */
export interface Library {
  /** What it downloads lies under this path. */
  readonly files: string;
  /** What its stand-in for a tracker leaves. */
  readonly cookie: string;
  /** Root of the banner, once it stands. */
  readonly banner: (page: FrameWindow) => ParentNode | null | undefined;
  readonly panel: (page: FrameWindow) => ParentNode | null | undefined;
  /** The element that carries the banner's role. */
  readonly region: string;
  readonly accept: string;
  readonly reject: string;
  readonly manage: string;
  readonly switches: string;
  /** @returns A promise where the surface has to be loaded first. */
  readonly show: (page: FrameWindow, surface: 'banner' | 'panel') => unknown;
  /** Forgets the answer, so that the next visit is a first one. */
  readonly forget: (page: FrameWindow) => void;
  readonly darken: (page: FrameWindow, isDark: boolean) => void;
}

const expire = (name: string): void => {
  document.cookie = `${name}=; Max-Age=0; Path=/`;
};

const scheme = (page: FrameWindow, isDark: boolean): void => {
  page.document.documentElement.dataset['scheme'] = isDark ? 'dark' : 'light';
};

export const LIBRARIES: Readonly<Record<LibraryId, Library>> = {
  candor: {
    files: '/candor/',
    cookie: 'sample-candor',
    banner: ({ document }) => document.querySelector('candor-banner[open]')?.shadowRoot,
    panel: ({ document }) => document.querySelector('candor-preferences[open]')?.shadowRoot,
    region: '[part=banner]',
    accept: '[data-consent-action=accept-all]',
    reject: '[data-consent-action=reject-all]',
    manage: '[data-consent-action=preferences]',
    switches: '[part=switch]',
    show({ candor }, surface) {
      if (surface === 'panel') return candor?.show('preferences');
      candor?.hide();
      return candor?.show('banner');
    },
    forget() {
      for (const name of ['candor-compare', 'sample-candor']) expire(name);
      localStorage.removeItem('candor-compare');
    },
    darken: scheme,
  },
  cookieconsent: {
    files: '/vendor/vanilla-cookieconsent/',
    cookie: 'sample-cookieconsent',
    banner: ({ document }) =>
      document.documentElement.matches('.show--consent') ? document.querySelector('#cc-main .cm') : null,
    panel: ({ document }) =>
      document.documentElement.matches('.show--preferences') ? document.querySelector('#cc-main .pm') : null,
    region: '.cm',
    accept: '[data-role=all]',
    reject: '[data-role=necessary]',
    manage: '[data-role=show]',
    switches: '.section__toggle',
    show({ CookieConsent }, surface) {
      if (surface === 'panel') return CookieConsent.showPreferences();
      CookieConsent.hidePreferences();
      return CookieConsent.show(true);
    },
    forget({ CookieConsent }) {
      CookieConsent.reset(true);
      expire('sample-cookieconsent');
    },
    darken(page, isDark) {
      scheme(page, isDark);
      page.document.documentElement.classList.toggle('cc--darkmode', isDark);
    },
  },
};
