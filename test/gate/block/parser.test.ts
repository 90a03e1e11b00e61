import { expect } from 'chai';
import { until } from '../../helpers/until.js';

type PageWindow = Window & typeof globalThis & { readonly trace: readonly string[] };

/** A page with the script tag and with third parties in its markup, in a frame. */
async function openPage(): Promise<{ page: PageWindow; document: Document; asked: (query: string) => boolean }> {
  const frame = document.createElement('iframe');
  frame.src = '/test/gate/block/files/page.html';
  document.body.append(frame);
  await new Promise((resolve) => (frame.onload = resolve));
  const page = frame.contentWindow as unknown as PageWindow;
  return {
    page,
    document: page.document,
    asked: (query) => page.performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`?${query}`)),
  };
}

const QUERIES = ['head', 'async', 'defer', 'module', 'written', 'pieces', 'svg', 'body'];

describe('what stands in markup', () => {
  it('does not run before the yes, and runs after it', async () => {
    const { page, document, asked } = await openPage();
    for (const query of ['written', 'pieces']) expect(asked(query), query).to.equal(false);
    expect(page.trace).to.deep.equal(['inline']);
    expect(document.querySelectorAll('[src*=leave],[src*=mark]').length).to.equal(0);
    expect(document.querySelector('#after')!.textContent).to.match(/^After/);
    Object.assign(page, { candor: { granted: () => true, config: {} } });
    document.dispatchEvent(new Event('candor-change'));
    await until(() => page.trace.length >= 9);
    // A module does not know itself.
    const expected = ['inline', ...QUERIES.map((query) => (query === 'module' ? '' : query))];
    const inOrder = (words: readonly string[]): string[] => words.filter((word) => word !== 'async');
    expect(inOrder(page.trace)).to.deep.equal(inOrder(expected));
    expect(page.trace).to.include('async');
  });
});
