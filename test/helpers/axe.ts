import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import { expect } from 'chai';
import { until } from './until.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** All levels of WCAG 2.2, the third included, and what is good practice besides. */
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe measures contrast and targets in the body alone, and passes over what stands before it. */
async function moveIntoBody(element: Element): Promise<void> {
  if (document.body.contains(element)) return;
  document.body.append(element);
  // It loads what it needs to speak once more, and goes back into the top layer.
  const isBack = (): boolean => !!element.shadowRoot?.querySelector(':modal') || element.matches(':popover-open');
  if (!(element as { open?: boolean }).open) return;
  await until(isBack);
  // What is still on its way in is paler than it will be.
  await Promise.allSettled(element.shadowRoot!.getAnimations().map(({ finished }) => finished));
}

/** Fails with a readable list when axe finds anything in an element, shadow trees included. */
export async function expectAccessible(element: Element, runOnly = EVERYTHING): Promise<void> {
  await moveIntoBody(element);
  const { violations } = await axe.run(element, { runOnly });
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found, found.join('\n')).to.deep.equal([]);
}
