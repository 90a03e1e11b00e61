import type { Choices, Config, Subject } from 'candor-consent';
import type { Group } from './groups.js';
import type { HostId } from './hosts.js';

/** The element behind what a state shows: a surface, one of two buttons, or what stands in the place of embedded content. */
export const TAGS = {
  banner: 'candor-banner',
  preferences: 'candor-preferences',
  request: 'candor-request',
  notice: 'candor-notice',
  age: 'candor-age',
  guardian: 'candor-guardian',
  imported: 'candor-imported',
  records: 'candor-records',
  'floating-button': 'candor-button',
  'inline-button': 'candor-button',
  embed: 'candor-embed',
} as const;

export type Shown = keyof typeof TAGS;

/** Embedded content: its ids, and the size of the frame it would bring. */
export interface EmbedMarkup {
  readonly consent: string;
  readonly service?: string;
  /** What it is, by language. */
  readonly label: Readonly<Record<'en' | 'zh', string>>;
  readonly width: number | '100%';
  readonly height: number;
}

/** The interaction states that a still picture cannot be brought into by a pointer. */
export type Forced = 'hover' | 'focus-visible' | 'active';

/** What is done in the frame once the surface stands, in this order. `on` is a CSS selector in the surface's shadow tree. */
export type Step =
  | { readonly do: 'press' | 'unfold' | 'scroll-to'; readonly on: string }
  | { readonly do: 'force'; readonly on: string; readonly as: Forced };

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One picture of the gallery, as data: the page draws it, the frame brings it about, the tests walk over it. */
export interface GalleryState {
  /** The anchor on the page and the key of its title in the page's texts. */
  readonly id: string;
  readonly group: Group;
  readonly shows: Shown;
  /** The category or service that the dialog asks for, where that is shown. */
  readonly asks?: string;
  readonly config: Config;
  /** What was answered on an earlier visit. */
  readonly answered?: Choices;
  /** The config's revision on that visit, where it was an earlier one. */
  readonly answeredAt?: number;
  /** What the site knows of the visitor, or they have said. */
  readonly subject?: Subject;
  /** The language it speaks whatever the page asks for: BCP 47. */
  readonly speaks?: string;
  /** The scheme it has whatever the page asks for. */
  readonly scheme?: 'light' | 'dark';
  /** The size it has whatever the page asks for. */
  readonly size?: Size;
  /** The site it stands on. Default: a plain one. */
  readonly host?: HostId;
  readonly steps?: readonly Step[];
  /** What waits, where that is shown. */
  readonly embed?: EmbedMarkup;
  /** How the server answers the request for the panel; default: as always. */
  readonly panel?: 'held' | 'refused';
}
