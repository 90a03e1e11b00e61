import type { Theme } from './config.js';

export type Look = NonNullable<Theme['look']>;

/** Colours that a config may give, by their key in `theme`, with the custom property that stands for each. */
export const COLOURS = {
  background: '--candor-background',
  color: '--candor-color',
  muted: '--candor-muted',
  border: '--candor-border',
  accent: '--candor-accent',
  accentText: '--candor-accent-text',
} as const;

export type ColourKey = keyof typeof COLOURS;

export type Scheme = 'light' | 'dark';

type LookColours = Readonly<Partial<Record<ColourKey, string>> & Record<'background' | 'color', string>>;

/** What each look is coloured with where the config says nothing else, as `#rrggbb`. */
export const LOOKS: Readonly<Record<Look, Readonly<Record<Scheme, LookColours>>>> = {
  neutral: {
    light: { background: '#ffffff', color: '#1f2328' },
    dark: { background: '#1d2024', color: '#f2f4f6' },
  },
  cloud: {
    light: { background: '#ffffff', color: '#16191f', border: '#c3ccd6', accent: '#0b56a3' },
    dark: { background: '#15202c', color: '#e3ebf3', border: '#33475a', accent: '#8cc2f5' },
  },
  public: {
    light: { background: '#ffffff', color: '#0b0c0c', border: '#0b0c0c', accent: '#00594c' },
    dark: { background: '#151b19', color: '#f3f5f4', border: '#8d9995', accent: '#7fd1bf' },
  },
  commerce: {
    light: { background: '#fffdfb', color: '#2b1a12', border: '#f0e2d7', accent: '#9a3412' },
    dark: { background: '#221a15', color: '#f7ebe2', border: '#43352c', accent: '#ffb68f' },
  },
  editorial: {
    light: { background: '#fdfaf4', color: '#211d18', border: '#d9d0c1', accent: '#7a1f2b' },
    dark: { background: '#1e1b17', color: '#ece5d8', border: '#433d34', accent: '#e9b3ab' },
  },
};

/** The look of a theme; a config may name one that there is not. */
export const lookOf = ({ look = 'neutral' }: Pick<Theme, 'look'>): Look =>
  Object.hasOwn(LOOKS, look) ? look : 'neutral';
