import { expect } from 'chai';
import {
  blobUrl,
  broken,
  choose,
  count,
  endGates,
  external,
  find,
  holdAnswers,
  leaves,
  put,
  settled,
  startGates,
  stateOf,
  trace,
  traced,
} from '../helpers/gated.js';
import { until } from '../helpers/until.js';

const inline = (consent: string, word: string, attributes = ''): string =>
  `<script type="text/plain" data-consent="${consent}" ${attributes}>${leaves(word)}</script>`;
const withSrc = (consent: string, src: string, attributes = ''): string =>
  `<script type="text/plain" data-consent="${consent}" src="${src}" ${attributes}></script>`;

describe('a gated script', () => {
  afterEach(endGates);

  for (const [what, html] of [
    ['inline', inline('analytics', 'ran')],
    ['external', withSrc('analytics', external('ran'))],
    [
      'external by data-src',
      `<script type="text/plain" data-consent="analytics" data-src="${external('ran')}"></script>`,
    ],
    ['an inline module', inline('analytics', 'ran', 'data-type="module"')],
    ['an external module', withSrc('analytics', external('ran'), 'data-type="module"')],
    ['async', withSrc('analytics', external('ran'), 'async')],
  ] as const) {
    it(`(${what}) waits for the yes, then runs once`, async () => {
      put(html);
      startGates({ analytics: false });
      await settled();
      expect(trace).to.deep.equal([]);
      choose({ analytics: true });
      await traced(1);
      choose({ analytics: true });
      await settled();
      expect(trace).to.deep.equal(['ran']);
      expect(stateOf(find('script'))).to.equal('granted');
    });
  }

  it('runs at once where the yes was there before', async () => {
    put(inline('analytics', 'ran'));
    startGates({ analytics: true });
    await traced(1);
  });

  it('that comes later runs too, wherever a framework puts it', async () => {
    startGates({ analytics: true });
    put(inline('analytics', 'appended'));
    await traced(1);
    const app = document.createElement('div');
    app.innerHTML = `<section><div>${inline('analytics', 'nested')}</div></section>`;
    find('script').after(app);
    await traced(2);
    app.replaceChildren(document.createRange().createContextualFragment(inline('analytics', 'swapped')));
    await traced(3);
    expect(trace).to.deep.equal(['appended', 'nested', 'swapped']);
  });

  it('that is marked after it came into the page counts the same', async () => {
    startGates({ analytics: true });
    put(`<script type="text/plain">${leaves('ran')}</script>`);
    find('script').dataset['consent'] = 'analytics';
    await traced(1);
  });

  it('that left the page before the yes does not run', async () => {
    const script = put(inline('analytics', 'ran'));
    startGates({ analytics: false });
    choose({ analytics: true }, Promise.resolve());
    script.remove();
    await settled();
    expect(trace).to.deep.equal([]);
  });

  it('whose yes is taken back before its turn does not run', async () => {
    const answer = holdAnswers('data-slow');
    put(withSrc('analytics', external('slow'), 'data-slow') + inline('analytics', 'next'));
    startGates({ analytics: true });
    await traced(1);
    choose({ analytics: false });
    answer();
    await settled();
    expect(trace).to.deep.equal(['slow']);
    choose({ analytics: true });
    await traced(2);
    expect(trace).to.deep.equal(['slow', 'next']);
  });

  it('does not run again when the yes comes back', async () => {
    put(inline('analytics', 'ran'));
    startGates({ analytics: true });
    await traced(1);
    choose({ analytics: false });
    expect(stateOf(find('script'))).to.equal(null);
    choose({ analytics: true });
    await settled();
    expect(trace).to.deep.equal(['ran']);
  });

  it('waits for all of its ids', async () => {
    put(inline('analytics social', 'ran'));
    startGates({ analytics: true, social: false });
    await settled();
    expect(trace).to.deep.equal([]);
    choose({ social: true });
    await traced(1);
  });

  it('with !id runs while the answer is no or open', async () => {
    put(inline('!analytics', 'without') + inline('!social', 'never'));
    startGates({ analytics: false, social: true });
    await settled();
    expect(trace).to.deep.equal(['without']);
  });

  it('with an id that nobody configured never runs', async () => {
    put(inline('typo', 'a') + inline('!typo', 'b') + inline('analytics typo', 'c') + inline('', 'd'));
    startGates({ analytics: true });
    choose({ analytics: true });
    await settled();
    expect(trace).to.deep.equal([]);
    expect(count('[data-consent-state]')).to.equal(0);
  });

  it('keeps its attributes and its nonce', async () => {
    put(withSrc('analytics', external('ran'), 'id="it" class="c" crossorigin="anonymous" data-site="7" nonce="abc"'));
    startGates({ analytics: true }, { nonce: 'of-the-page' });
    await traced(1);
    const script = find<HTMLScriptElement>('#it');
    expect(script.type).to.equal('');
    expect(script.className).to.equal('c');
    expect(script.crossOrigin).to.equal('anonymous');
    expect(script.dataset['site']).to.equal('7');
    expect(script.dataset['consent']).to.equal('analytics');
    expect(script.nonce).to.equal('abc');
  });

  it('has else the page’s nonce', async () => {
    put(inline('analytics', 'ran'));
    startGates({ analytics: true }, { nonce: 'of-the-page' });
    await traced(1);
    expect(find<HTMLScriptElement>('script').nonce).to.equal('of-the-page');
  });

  it('may have attributes that no script could set', async () => {
    put(inline('analytics', 'ran', '@load="x" [y]="z"') + inline('analytics', 'next'));
    startGates({ analytics: true });
    await traced(2);
    expect(trace).to.deep.equal(['ran', 'next']);
    expect(find('script').getAttribute('@load')).to.equal('x');
  });

  it('keeps its own onload', async () => {
    put(withSrc('analytics', external('ran'), `onload="trace.push('loaded')"`) + inline('analytics', 'next'));
    startGates({ analytics: true });
    await traced(3);
    expect(trace).to.deep.equal(['ran', 'loaded', 'next']);
  });

  it('knows itself as the current script, in its place', async () => {
    put(
      `<p><script type="text/plain" data-consent="analytics">trace.push(document.currentScript.parentNode.localName)</script></p>`,
    );
    startGates({ analytics: true });
    await traced(1);
    expect(trace).to.deep.equal(['p']);
  });
});

describe('the order of gated scripts', () => {
  afterEach(endGates);

  it('of one service is that of the document', async () => {
    put(
      withSrc('posthog', external('1')) +
        inline('analytics posthog', '2') +
        withSrc('posthog', external('3'), 'data-type="module"') +
        withSrc('posthog', external('4')) +
        inline('posthog', '5'),
    );
    startGates({ analytics: true, posthog: true }, { services: ['posthog'] });
    await traced(5);
    expect(trace).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('an async one holds back nobody', async () => {
    const answer = holdAnswers('data-slow');
    put(withSrc('analytics', external('async'), 'async data-slow') + inline('analytics', 'next'));
    startGates({ analytics: true });
    await traced(2);
    expect(trace).to.have.members(['async', 'next']);
    answer();
  });

  it('a service that never answers holds back no other', async () => {
    const answer = holdAnswers('data-slow');
    put(
      withSrc('posthog', external('posthog'), 'data-slow') +
        inline('posthog', 'posthog waits') +
        withSrc('matomo', external('matomo')) +
        inline('matomo', 'matomo goes on') +
        inline('analytics', 'category'),
    );
    startGates({ analytics: true, posthog: true, matomo: true }, { services: ['posthog', 'matomo'] });
    await traced(4);
    expect(trace).to.have.members(['posthog', 'matomo', 'matomo goes on', 'category']);
    answer();
    await traced(5);
    expect(trace[4]).to.equal('posthog waits');
  });

  describe('that does not come', () => {
    const { warn } = console;
    let warnings: unknown[] = [];
    beforeEach(() => {
      warnings = [];
      console.warn = (text: unknown) => void warnings.push(text);
    });
    afterEach(() => (console.warn = warn));

    it('is reported once, with its address and its service', async () => {
      const [one, other] = [broken(), broken()];
      put(
        withSrc('analytics posthog', one) +
          withSrc('analytics posthog', one) +
          withSrc('analytics', other, 'async') +
          inline('posthog', 'next') +
          inline('analytics', 'category'),
      );
      startGates({ analytics: true, posthog: true }, { services: ['posthog'] });
      await traced(2);
      await until(() => warnings.length === 2);
      await settled();
      expect(warnings).to.have.length(2);
      expect(warnings.find((text) => String(text).includes(one))).to.match(/^Candor: a script of posthog did not load/);
      expect(warnings.find((text) => String(text).includes(other))).to.match(/of analytics did not load/);
    });

    it('is all that is reported: one that came is not', async () => {
      put(withSrc('analytics', external('ran')) + withSrc('analytics', blobUrl('trace.push("ran too")')));
      startGates({ analytics: true });
      await traced(2);
      await settled();
      expect(warnings).to.deep.equal([]);
    });
  });

  for (const [what, html] of [
    ['fails to load', withSrc('analytics', broken())],
    ['is a module that fails to load', withSrc('analytics', broken(), 'data-type="module"')],
    ['throws', withSrc('analytics', blobUrl('throw new Error("expected by a test")'))],
    [
      'throws inline',
      `<script type="text/plain" data-consent="analytics">throw new Error("expected by a test")</script>`,
    ],
    [
      'is an inline module that throws',
      `<script type="text/plain" data-type="module" data-consent="analytics">throw new Error("expected by a test")</script>`,
    ],
    [
      'is an inline module of wrong syntax',
      `<script type="text/plain" data-type="module" data-consent="analytics">expected by { a test</script>`,
    ],
    [
      'is an inline module that imports what is not there',
      `<script type="text/plain" data-type="module" data-consent="analytics">import ${JSON.stringify(broken())}</script>`,
    ],
    ['is for old browsers', withSrc('analytics', external('old'), 'nomodule')],
    ['is data', withSrc('analytics', external('data'), 'data-type="application/json"')],
  ] as const) {
    it(`a script that ${what} stops none behind it`, async () => {
      // The errors are the page's own; they are not to end the test.
      const { onerror } = window;
      window.onerror = () => true;
      const swallow = (event: Event): void => {
        if (!(event instanceof ErrorEvent)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener('error', swallow, true);
      put(html + withSrc('analytics', external('next')) + inline('analytics', 'last'));
      startGates({ analytics: true });
      await traced(2);
      await settled();
      removeEventListener('error', swallow, true);
      window.onerror = onerror;
      expect(trace).to.deep.equal(['next', 'last']);
    });
  }
});

describe('a thousand gated scripts', () => {
  afterEach(endGates);

  /** Releases them; returns how many ran between two turns of the page, at most. */
  async function release(html: string): Promise<number> {
    put(html);
    startGates({ analytics: false });
    await settled();
    let [most, seen] = [0, 0];
    const tick = (): void => {
      most = Math.max(most, trace.length - seen);
      seen = trace.length;
      if (seen < 1000) setTimeout(tick);
    };
    tick();
    choose({ analytics: true });
    await traced(1000);
    tick();
    return most;
  }

  for (const [where, html] of [
    ['of the page', Array.from({ length: 1000 }, (_, index) => inline('analytics', `${index}`)).join('')],
    [
      'of a template',
      `<template data-consent="analytics">${Array.from({ length: 1000 }, (_, index) => `<script>${leaves(`${index}`)}</script>`).join('')}</template>`,
    ],
  ] as const) {
    it(`${where} run in document order, in slices that leave the page its turn`, async () => {
      const most = await release(html);
      expect(trace).to.deep.equal(Array.from({ length: 1000 }, (_, index) => `${index}`));
      // A slice ends by the clock, so a fast machine runs more in one; without slices it would be all.
      expect(most, 'scripts between two turns').to.be.below(1000);
    });
  }
});
