import { expect } from 'chai';
import type { Config } from '../../src/core/config.js';
import { develop } from '../../src/develop/develop.js';
import { FakeConsent, type FakeOptions } from '../helpers/fake-consent.js';
import { until } from '../helpers/until.js';

const CONFIG: Config = {
  categories: [
    { id: 'necessary', services: [{ id: 'shop', erase: { cookies: ['basket'], localStorage: ['shop-*'] } }] },
    { id: 'analytics' },
    { id: 'social' },
  ],
};

const page = window as unknown as { candor: unknown };
const main = document.createElement('main');
document.body.append(main);

describe('the development mode', () => {
  const { warn } = console;
  let said: string[] = [];
  let fake: FakeConsent;
  let probes = 0;

  /** @param gates Conditions of functions that wait already. */
  function begin(config = CONFIG, gates: readonly string[] = [], options: FakeOptions = {}): void {
    fake = new FakeConsent(config, options);
    page.candor = fake.consent;
    develop(
      fake.consent,
      gates.map((consent) => ({ dataset: { consent } })),
      new Set(),
    );
  }

  function put(html: string): void {
    main.append(document.createRange().createContextualFragment(html));
  }

  /** What was said up to now, once all that stands on the page has been looked at. */
  async function looked(): Promise<string[]> {
    const id = `probe-${probes++}`;
    put(`<i data-consent="${id}"></i>`);
    await until(() => said.some((line) => line.includes(id)));
    return said.filter((line) => !line.includes('"probe-'));
  }

  /** Waits until the browser has written down a request. */
  const noted = (address: string): Promise<void> =>
    until(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(address)));

  beforeEach(() => {
    said = [];
    console.warn = (text: string) => void said.push(...text.split('\n').slice(1));
  });

  afterEach(() => {
    fake.dispatchEvent(new CustomEvent('destroy'));
    console.warn = warn;
    delete (page as { candor?: unknown }).candor;
    main.replaceChildren();
    // Another consent would hear of it again.
    performance.clearResourceTimings();
    document.cookie = 'theme=; Max-Age=0';
    localStorage.removeItem('draft');
  });

  it('tells of a marked script that has run, also when its yes has come, and once', async () => {
    put('<script data-consent="analytics">window.ran = true</script>');
    begin();
    expect(await looked()).to.have.length(1);
    expect(said[0]).to.match(/has run this already.*add type="text\/plain"/);
    fake.acceptAll();
    put('<p></p>');
    expect(await looked()).to.have.length(1);
  });

  it('tells of a surface where the page’s own controls agree more easily than they refuse', async () => {
    const button = (name: string, more = ''): string => `<button data-candor="${name}" ${more}>${name}</button>`;
    const alike = button('reject-all') + button('accept-all');
    const putControls = (controls: string): void =>
      put(`<candor-banner><div slot="actions">${controls}</div></candor-banner>`);
    putControls(alike);
    putControls(button('reject-all'));
    putControls(button('preferences'));
    begin();
    expect(await looked()).to.deep.equal([]);

    putControls(button('accept-all'));
    const [line, ...others] = await looked();
    expect(line).to.match(/^- <candor-banner> slot="actions" = "accept-all": .*add a control with .*="reject-all"/);
    expect(others).to.deep.equal([]);
    for (const lesser of ['hidden', 'style="font-size: 8px"', 'style="background: none"']) {
      said = [];
      main.replaceChildren();
      fake.dispatchEvent(new CustomEvent('destroy'));
      putControls(button('reject-all', lesser) + button('accept-all'));
      begin();
      expect((await looked()).join(), lesser).to.match(/give both the same size, colours and weight/);
    }
  });

  it('is silent about a script that Candor has released, also after the yes is taken back', async () => {
    begin();
    const script = document.createElement('script');
    script.dataset['consent'] = 'analytics';
    script.dataset['consentState'] = 'granted';
    script.text = 'window.ran = true';
    main.append(script);
    await looked();
    delete script.dataset['consentState'];
    expect(await looked()).to.deep.equal([]);
  });

  it('tells of addresses that were fetched beside a mark, and not of a stand-in of the site’s own', async () => {
    put(`<iframe data-consent="social" src="/film.html"></iframe>
      <img data-consent="social" src="/map.svg" data-src="/map-of-others.svg">
      <img data-consent="social" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/b.svg">
      <iframe data-consent="social" data-src="/c.html"></iframe>`);
    begin();
    const lines = await looked();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^- <iframe data-consent="social"> = "\/film\.html": .*write data-src instead of src/);
  });

  it('tells which known script stands in the markup, its answer or not', async () => {
    put('<script src="/matomo.js"></script>');
    begin();
    const lines = await looked();
    expect(lines).to.have.length(1);
    // Its failure is noted before another test begins.
    await noted('/matomo.js');
    expect(lines[0]).to.match(/Matomo is contacted whatever .*type="text\/plain" data-consent="analytics" src="…"/);
  });

  it('tells of a request to a known recipient before the yes, and not of one after it', async () => {
    begin();
    fake.acceptAll();
    await fetch('/matomo.php?after=1').catch(() => {});
    await noted('/matomo.php?after=1');
    expect(await looked()).to.deep.equal([]);
  });

  it('tells of a request to a known recipient that nobody was asked about', async () => {
    begin();
    await fetch('/piwik.php?before=1').catch(() => {});
    await until(() => said.length);
    expect(said[0]).to.match(
      /^- request \((fetch|xmlhttprequest|other)\) = .*piwik\.php\?before=1": Matomo was contacted before "analytics"/,
    );
  });

  it('tells of ids that nobody configured, in markup, embeds, waiting functions and calls', async () => {
    put('<p data-consent="!analytiks"></p><candor-embed consent="sozial" service="tube"></candor-embed>');
    begin(CONFIG, ['analytics adverts']);
    fake.granted('push');
    const ids = (await looked()).map((line) => /= "([\w-]+)"/.exec(line)![1]);
    expect(ids.sort()).to.deep.equal(['adverts', 'analytiks', 'push', 'sozial', 'tube']);
  });

  it('tells of a revision that went down, once, and not for answers of another site', async () => {
    const answerOf = (id: string, revision: number) => ({
      at: 5,
      revision,
      answers: new Map([[id, { granted: true, at: 5, revision }]]),
    });
    begin({ ...CONFIG, revision: 3 }, [], { decision: answerOf('analytics', 7) });
    const lines = await looked();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^- revision = 3: visitors have answered at revision 7, .*continue with 8\.$/);
    expect(await looked()).to.have.length(1);
    fake.dispatchEvent(new CustomEvent('destroy'));
    said = [];
    begin({ ...CONFIG, revision: 3 }, [], { decision: answerOf('elsewhere', 7) });
    expect(await looked()).to.deep.equal([]);
    fake.dispatchEvent(new CustomEvent('destroy'));
    begin({ ...CONFIG, revision: 3 }, [], { decision: answerOf('analytics', 3) });
    expect(await looked()).to.deep.equal([]);
  });

  it('gives methods back when it ends, and says nothing more', async () => {
    begin();
    const listening: unknown = Reflect.get(fake, 'granted');
    await looked();
    fake.dispatchEvent(new CustomEvent('destroy'));
    expect(Reflect.get(fake, 'granted')).not.to.equal(listening);
    expect(fake.granted('analytics')).to.equal(false);
    said = [];
    put('<script data-consent="analytics">window.ran = true</script>');
    // Another consent looks after it, and is the only one to speak.
    begin();
    expect(await looked()).to.have.length(1);
  });

  it('tells of cookies and keys that appear, and not of declared ones or those of the start', async () => {
    document.cookie = 'old=1';
    begin();
    await looked();
    document.cookie = 'theme=dark';
    document.cookie = 'basket=1';
    localStorage.setItem('draft', '1');
    localStorage.setItem('shop-size', '1');
    const lines = await looked();
    document.cookie = 'old=; Max-Age=0';
    document.cookie = 'basket=; Max-Age=0';
    localStorage.removeItem('shop-size');
    expect(lines.map((line) => line.split(':')[0])).to.deep.equal(['- cookie = "theme"', '- localStorage = "draft"']);
  });

  it('tells what needs candor-block.js, unless that is there', async () => {
    const config: Config = {
      categories: [{ id: 'a', block: ['tracker.example'], services: [{ id: 'b', guards: ['motion'] }] }],
    };
    begin(config);
    expect((await looked()).map((line) => line.split(' = ')[0])).to.deep.equal([
      '- categories.0.block',
      '- categories.0.services.0.guards',
    ]);
    fake.dispatchEvent(new CustomEvent('destroy'));
    said = [];
    Object.assign(globalThis, { [Symbol.for('candor.block')]: true });
    begin(config);
    expect(await looked()).to.deep.equal([]);
    Object.assign(globalThis, { [Symbol.for('candor.block')]: undefined });
  });

  it('does nothing for a consent that is not the page’s any more', () => {
    fake = new FakeConsent(CONFIG);
    const granted: unknown = Reflect.get(fake, 'granted');
    develop(fake.consent, [], new Set());
    expect(Reflect.get(fake, 'granted')).to.equal(granted);
    expect(fake.listening).to.equal(0);
  });
});
