/** The whole of Candor on the test's page, for surfaces that speak of who the visitor is. */
import type { Config } from '../../src/core/config.js';
import type { Consent } from '../../src/core/consent.js';
import type { SurfaceName } from '../../src/core/consent.js';
import type { Subject } from '../../src/core/subject.js';
import '../../src/index.js';
import { start, type ConsentOptions } from '../../src/start.js';
import { until } from './until.js';

type Surface = HTMLElementTagNameMap['candor-age' | 'candor-guardian' | 'candor-preferences' | 'candor-banner'];

/** A surface that is open. */
export const surface = <Name extends SurfaceName>(name: Name): HTMLElementTagNameMap[`candor-${Name}`] =>
  document.querySelector(`candor-${name}[open]`) as HTMLElementTagNameMap[`candor-${Name}`];

export const isOpen = (name: SurfaceName): boolean => !!surface(name);

/** What stands in a surface by a selector. */
export const inside = <Type extends HTMLElement = HTMLElement>(name: SurfaceName, selector: string): Type =>
  (surface(name) as Surface | null)?.renderRoot.querySelector<Type>(selector) as Type;

export const textOf = (name: SurfaceName, selector = '.surface'): string =>
  inside(name, selector).textContent.replace(/\s+/g, ' ').trim();

/** A visitor of whom the page says what is given, and to whom a surface is shown. */
export async function visitAs(
  subject: Subject | undefined,
  config: Config,
  shown: SurfaceName,
  options: ConsentOptions = {},
): Promise<Consent> {
  const consent = start(config, { storage: 'memory', manual: true, region: 'CN', locale: 'en', ...options });
  if (subject) consent.setSubject(subject);
  await consent.show(shown);
  await until(() => isOpen(shown));
  return consent;
}

/** Leaves the page as it was. */
export function leave(): void {
  window.candor?.hide();
  window.candor?.destroy();
  document
    .querySelectorAll('candor-age,candor-guardian,candor-preferences,candor-banner')
    .forEach((each) => each.remove());
}
