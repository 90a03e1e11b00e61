import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import type { SurfaceName } from '../../src/core/consent.js';
import type { Decision } from '../../src/core/decision.js';
import { open as openButton } from '../../src/ui/button/open.js';
import { open as openNotice } from '../../src/ui/notice/open.js';
import { open as openRequest } from '../../src/ui/request/open.js';
import { FakeConsent } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const config: Config = {
  revision: 2,
  categories: [{ id: 'analytics' }],
  changes: [{ revision: 2, effect: 'tell', text: 'A change.' }],
};
const decision: Decision = {
  at: Math.floor(Date.now() / 1000),
  revision: 1,
  answers: new Map([['analytics', { granted: false, at: Math.floor(Date.now() / 1000), revision: 1 }]]),
};

/** What may be opened while the parser is still in the head: files may be at hand from the page before. */
const openers: Record<string, (fake: FakeConsent) => Promise<unknown>> = {
  button: ({ consent }) => openButton(consent),
  notice: ({ consent }) => openNotice(consent),
  request: (fake) =>
    openRequest(fake.consent, {
      id: 'analytics',
      trigger: 'visitor',
      decided: () => {
        throw new Error('not asked');
      },
      commit: () => {},
    } as unknown as Parameters<typeof openRequest>[1]),
};

describe('before the parser has opened the body', () => {
  for (const [name, open] of Object.entries(openers)) {
    it(`${name} waits for it, and stands before it`, async () => {
      const { body } = document;
      body.remove();
      const fake = new FakeConsent(config, { decision });
      const opened = open(fake);
      let failure: unknown;
      opened.catch((error: unknown) => (failure = error));
      await Promise.resolve();
      document.documentElement.append(body);
      const element = (): HTMLElement | null => document.querySelector<HTMLElement>(`candor-${name as SurfaceName}`);
      await until(() => failure ?? element());
      expect(failure).to.equal(undefined);
      expect(element()!.nextElementSibling).to.equal(body);
      element()!.remove();
    });
  }
});
