import { expect } from 'chai';
import {
  choose,
  endGates,
  put,
  settled,
  settledAfterEnd,
  startGates,
  trace,
  traced,
  leaves,
} from '../helpers/gated.js';

const leave = (word: string) => (): void => void trace.push(word);
const both = (word: string) => () => {
  trace.push(word);
  return leave(`not ${word}`);
};

describe('a gate of a function', () => {
  afterEach(endGates);

  it('opens at once where the answer is yes', () => {
    startGates({ analytics: true }).add('analytics', leave('ran'));
    expect(trace).to.deep.equal(['ran']);
  });

  it('opens with the yes, ends with the no in the same task, and opens again', async () => {
    startGates({ analytics: false }).add('analytics', both('ran'));
    expect(trace).to.deep.equal([]);
    choose({ analytics: true });
    await traced(1);
    choose({ analytics: true });
    await settled();
    choose({ analytics: false });
    expect(trace).to.deep.equal(['ran', 'not ran']);
    choose({ analytics: true });
    await traced(3);
    expect(trace).to.deep.equal(['ran', 'not ran', 'ran']);
  });

  it('may return nothing', async () => {
    startGates({ analytics: true }).add('analytics', leave('ran'));
    choose({ analytics: false });
    choose({ analytics: true });
    await traced(2);
  });

  it('waits for all of its ids, and for the no of !id', async () => {
    const gates = startGates({ analytics: true, social: true });
    gates.add('analytics !social', both('ran'));
    gates.add('unknown', leave('never'));
    gates.add('!unknown', leave('never'));
    gates.add('', leave('never'));
    expect(trace).to.deep.equal([]);
    choose({ social: false });
    await traced(1);
    expect(trace).to.deep.equal(['ran']);
    choose({ analytics: false });
    expect(trace).to.deep.equal(['ran', 'not ran']);
  });

  it('opens in the order of adding, before elements', async () => {
    put(`<script type="text/plain" data-consent="analytics">${leaves('script')}</script>`);
    const gates = startGates({ analytics: false });
    gates.add('analytics', leave('1'));
    gates.add('analytics', leave('2'));
    choose({ analytics: true });
    await traced(3);
    expect(trace).to.deep.equal(['1', '2', 'script']);
  });

  it('opens after what the decision is to wait for', async () => {
    startGates({ analytics: false }).add('analytics', leave('ran'));
    let go = (): void => {};
    choose({ analytics: true }, new Promise<void>((resolve) => (go = resolve)));
    await settled();
    expect(trace).to.deep.equal([]);
    go();
    await traced(1);
  });

  it('does not open when the yes is taken back meanwhile', async () => {
    startGates({ analytics: false }).add('analytics', leave('ran'));
    choose({ analytics: true }, Promise.resolve());
    choose({ analytics: false });
    await settled();
    expect(trace).to.deep.equal([]);
  });

  it('is undone when it is taken away, once', () => {
    const remove = startGates({ analytics: true }).add('analytics', both('ran'));
    remove();
    remove();
    choose({ analytics: false });
    expect(trace).to.deep.equal(['ran', 'not ran']);
  });

  it('that is taken away while it is closed never opens', async () => {
    const remove = startGates({ analytics: false }).add('analytics', leave('ran'));
    choose({ analytics: true }, Promise.resolve());
    remove();
    await settled();
    expect(trace).to.deep.equal([]);
  });

  it('that is taken away from inside is undone, once', async () => {
    const remove = startGates({ analytics: false }).add('analytics', () => {
      remove();
      return both('ran')();
    });
    choose({ analytics: true });
    await traced(2);
    choose({ analytics: false });
    choose({ analytics: true });
    await settled();
    expect(trace).to.deep.equal(['ran', 'not ran']);
  });

  it('whose yes is taken back from inside is undone, once, each time', async () => {
    let rounds = 0;
    startGates({ analytics: false }).add('analytics', () => {
      rounds += 1;
      if (rounds > 1) choose({ analytics: false });
      return both(`${rounds}`)();
    });
    choose({ analytics: true });
    await traced(1);
    choose({ analytics: false });
    choose({ analytics: true });
    await traced(4);
    await settled();
    expect(trace).to.deep.equal(['1', 'not 1', '2', 'not 2']);
  });

  it('that throws is reported and stops no other', async () => {
    const reported: unknown[] = [];
    const { onerror } = window;
    window.onerror = (_message, _source, _line, _column, error) => {
      reported.push(error);
      return true;
    };
    const first = new Error('expected by a test');
    const second = new Error('expected by a test too');
    const gates = startGates({ analytics: false });
    gates.add('analytics', () => {
      throw first;
    });
    gates.add('analytics', () => () => {
      throw second;
    });
    gates.add('analytics', both('ran'));
    choose({ analytics: true });
    await traced(1);
    choose({ analytics: false });
    window.onerror = onerror;
    expect(trace).to.deep.equal(['ran', 'not ran']);
    expect(reported).to.deep.equal([first, second]);
  });

  it('may add and take away others', async () => {
    const gates = startGates({ analytics: false });
    let remove = (): void => {};
    gates.add('analytics', () => {
      remove();
      gates.add('analytics', leave('added inside'));
    });
    remove = gates.add('analytics', leave('taken away inside'));
    choose({ analytics: true });
    await settled();
    expect(trace).to.deep.equal(['added inside']);
  });
});

describe('what has run and stays', () => {
  afterEach(endGates);

  const script = (consent: string): string =>
    `<script type="text/plain" data-consent="${consent}">${leaves('ran')}</script>`;

  it('is a script, under its service or its ids, also that of a template; nothing that waits', async () => {
    const services = ['posthog'];
    put(script('analytics posthog') + script('analytics social') + script('push'));
    put(`<template data-consent="location"><script>${leaves('ran')}</script></template>`);
    put('<img data-consent="social" data-src="data:," alt="">');
    const choices = { analytics: true, posthog: true, social: true, location: true, push: false };
    const { ran } = startGates(choices, { services });
    await traced(3);
    expect([...ran].sort()).to.deep.equal(['analytics,social', 'location', 'posthog']);
    choose({ analytics: false });
    expect(ran.size).to.equal(3);
  });

  it('is not what a function of the same service has undone, until a script runs again', async () => {
    put(script('posthog') + script('matomo'));
    const choices = { analytics: true, posthog: true, matomo: true };
    const gates = startGates(choices, { services: ['posthog', 'matomo'] });
    gates.add('analytics posthog', both('undone'));
    await traced(3);
    choose({ analytics: false });
    expect([...gates.ran]).to.deep.equal(['matomo']);
    choose({ analytics: true });
    put(script('posthog'));
    await settled();
    expect([...gates.ran].sort()).to.deep.include('posthog');
  });

  it('is what a function leaves as it is, or fails to undo', async () => {
    const { onerror } = window;
    window.onerror = () => true;
    put(script('posthog') + script('matomo'));
    const gates = startGates({ posthog: true, matomo: true }, { services: ['posthog', 'matomo'] });
    gates.add('posthog', () => {});
    gates.add('matomo', () => () => {
      throw new Error('expected by a test');
    });
    await traced(2);
    choose({ posthog: false, matomo: false });
    window.onerror = onerror;
    expect([...gates.ran].sort()).to.include.members(['matomo', 'posthog']);
  });
});

describe('a hundred gates of functions that take their time', () => {
  afterEach(endGates);

  it('open in slices that leave the page its turn', async () => {
    const gates = startGates({ analytics: false });
    for (let index = 0; index < 100; index++) {
      gates.add('analytics', () => {
        const end = performance.now() + 1;
        while (performance.now() < end);
        trace.push(`${index}`);
      });
    }
    await settled();
    let turns = 0;
    const tick = (): void => {
      if (trace.length > 0 && trace.length < 100) turns += 1;
      if (trace.length < 100) setTimeout(tick);
    };
    tick();
    choose({ analytics: true });
    await traced(100);
    expect(turns).to.be.above(0);
  });
});

describe('after the end', () => {
  afterEach(endGates);

  it('function gates are undone, and none opens any more', async () => {
    const gates = startGates({ analytics: true, social: false });
    gates.add('analytics', both('open'));
    gates.add('social', both('closed'));
    choose({ social: true }, Promise.resolve());
    gates.dispose();
    expect(trace).to.deep.equal(['open', 'not open']);
    gates.add('analytics', leave('late'));
    gates.update();
    await settledAfterEnd();
    expect(trace).to.deep.equal(['open', 'not open']);
  });

  it('no element is released any more, and released ones stay', async () => {
    const script = `<script type="text/plain" data-consent="analytics">${leaves('ran')}</script>`;
    const released = put(`<img data-consent="analytics" data-src="data:," alt="">`);
    const gates = startGates({ analytics: true, social: false });
    await settled();
    put('<img data-consent="social" data-src="data:," alt="">');
    choose({ social: true }, Promise.resolve());
    gates.dispose();
    put(script);
    await settledAfterEnd();
    expect(trace).to.deep.equal([]);
    expect(released.hasAttribute('src')).to.equal(true);
    expect(document.querySelectorAll('main [data-consent=social][src]').length).to.equal(0);
  });
});
