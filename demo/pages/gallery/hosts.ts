import type { Theme } from 'candor-consent';

/** Sites that Candor is dressed for: the theme of the config; the rest is custom properties in the frame's style sheet. */
export const HOSTS = {
  plain: {},
  neutral: { radius: '12px' },
  console: { accent: 'light-dark(#0b5cad, #8cc2f5)', radius: '4px' },
  public: { accent: 'light-dark(#00594c, #7fd1bf)', radius: '0px' },
  commerce: { accent: 'light-dark(#b03a0e, #ffb68f)', radius: '20px' },
  editorial: { accent: 'light-dark(#7a1f2b, #e9b3ab)', radius: '2px' },
} as const satisfies Readonly<Record<string, Theme>>;

export type HostId = keyof typeof HOSTS;
