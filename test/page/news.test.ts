import { expect } from 'chai';
import { onNews } from '../../src/page/news.js';
import { tellStored } from '../helpers/storage.js';

describe('news', () => {
  let stop: AbortController;
  let heard: unknown[][];

  beforeEach(() => {
    stop = new AbortController();
    heard = [];
    onNews((...what) => heard.push(what), stop.signal);
  });
  afterEach(() => stop.abort());

  it('of what another tab has stored come with its key and text', () => {
    tellStored('candor', 'v=1');
    expect(heard).to.deep.equal([['candor', 'v=1']]);
  });

  it('of cleared storage come too', () => {
    tellStored(null, null);
    expect(heard).to.deep.equal([[null, null]]);
  });

  for (const [type, target] of [
    ['pageshow', window],
    ['visibilitychange', document],
  ] as const) {
    it(`may come with ${type}, without a text`, () => {
      target.dispatchEvent(new Event(type, { bubbles: true }));
      expect(heard).to.deep.equal([[undefined, undefined]]);
    });
  }

  it('end', () => {
    stop.abort();
    tellStored('candor', 'v=1');
    dispatchEvent(new Event('pageshow'));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(heard).to.deep.equal([]);
  });
});
