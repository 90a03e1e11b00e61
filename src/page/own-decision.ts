/**
 * The device's own decision while choices of an account apply: put aside in localStorage under the cookie's name and
 * `-device`, in the cookie's notation.
 */
import type { Config } from '../core/config.js';
import { decode, encode } from '../core/cookie-codec.js';
import { UNDECIDED, type Decision } from '../core/decision.js';
import { attempt } from './stored-text.js';

const keyOf = ({ cookie }: Config): string => `${cookie?.name ?? 'candor'}-device`;

/** Whether one is put aside. */
export const isPutAside = (config: Config): boolean => !!attempt(() => localStorage.getItem(keyOf(config)));

export const putAside = (config: Config, decision: Decision): unknown =>
  attempt(() => localStorage.setItem(keyOf(config), encode(decision)));

/** Takes it back; what cannot be read any more is no decision. */
export function takeBack(config: Config): Decision {
  const text = attempt(() => localStorage.getItem(keyOf(config))) ?? '';
  attempt(() => localStorage.removeItem(keyOf(config)));
  return decode(text, Date.now() / 1000) ?? UNDECIDED;
}
