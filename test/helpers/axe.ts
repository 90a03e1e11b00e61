import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import { expect } from 'chai';

const { axe } = globalThis as unknown as { axe: typeof Axe };

/** Fails with a readable list when axe finds anything in an element, shadow trees included. */
export async function expectAccessible(element: Element, runOnly?: string[]): Promise<void> {
  const { violations } = await axe.run(element, runOnly ? { runOnly } : {});
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(found, found.join('\n')).to.deep.equal([]);
}
