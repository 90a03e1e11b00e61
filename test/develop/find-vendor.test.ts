import { expect } from 'chai';
import { vendorOf, vendorOfName, vendorsIn } from '../../src/develop/find-vendor.js';
import { matchesAddress } from '../../src/develop/matches-address.js';
import { VENDORS } from '../../src/develop/vendors.js';

const nameOf = (address: string): string | undefined => vendorOf(new URL(address))?.name;

describe('whom an address belongs to', () => {
  for (const [address, name] of [
    ['https://www.googletagmanager.com/gtag/js?id=G-1', 'Google Analytics'],
    ['https://www.googletagmanager.com/gtm.js?id=GTM-1', 'Google Tag Manager'],
    ['https://region1.google-analytics.com/g/collect', 'Google Analytics'],
    ['https://stats.g.doubleclick.net/dc.js', 'Google Analytics'],
    ['https://googleads.g.doubleclick.net/pagead/id', 'Google Ads'],
    ['https://www.facebook.com/tr?id=1', 'Meta Pixel'],
    ['https://www.facebook.com/plugins/like.php', 'Facebook plugins'],
    ['https://hm.baidu.com/hm.js?1', 'Baidu Tongji'],
    ['https://s13.cnzz.com/z_stat.php', 'CNZZ and Umeng'],
    ['https://o.alicdn.com/QTSDK/quicktracking-sdk/qt_web.umd.js', 'QuickTracking'],
    ['https://webapi.amap.com/maps', 'AMap'],
    ['https://bdimg.share.baidu.com/static/api/js/share.js', 'Baidu Share'],
    ['https://res.wx.qq.com/connect/zh_CN/htmledition/js/wxLogin.js', 'WeChat'],
    ['https://player.bilibili.com/player.html?aid=1', 'Bilibili'],
    ['https://stats.shop.example/matomo.js', 'Matomo'],
    ['wss://eu.i.posthog.com/', 'PostHog'],
    ['https://example.com/', undefined],
    ['https://notgoogle-analytics.com/', undefined],
    ['https://www.facebook.com/shop', undefined],
    ['https://o.alicdn.com/other.js', undefined],
  ] as const) {
    it(`${address}: ${name}`, () => expect(nameOf(address)).to.equal(name));
  }

  it('is told of hosts in a text', () => {
    expect(
      vendorsIn(`j.src='https://www.googletagmanager.com/gtm.js?id='+i; // "static.hotjar.com"`).map(
        ({ name }) => name,
      ),
    ).to.deep.equal(['Google Tag Manager', 'Hotjar']);
    expect(vendorsIn('window.location = a.b.c; 1.2; "…"')).to.deep.equal([]);
  });
});

describe('whose a name is', () => {
  for (const [store, name, vendor] of [
    ['cookies', '_ga_ABC', 'Google Analytics'],
    ['cookies', 'Hm_lvt_1', 'Baidu Tongji'],
    ['localStorage', 'ph_key_posthog', 'PostHog'],
    ['sessionStorage', 'ph_key_window_id', 'PostHog'],
    ['localStorage', '_ga', undefined],
    ['cookies', 'theme', undefined],
  ] as const) {
    it(`${store} ${name}: ${vendor}`, () => expect(vendorOfName(store, name)?.name).to.equal(vendor));
  }
});

describe('the list of vendors', () => {
  it('names each once, by hosts that an address can have', () => {
    expect(new Set(VENDORS.map(({ name }) => name)).size).to.equal(VENDORS.length);
    const addresses = VENDORS.flatMap((vendor) => vendor.addresses);
    expect(new Set(addresses).size).to.equal(addresses.length);
    for (const address of addresses) expect(address).to.match(/^(\*\.)?[a-z0-9.-]*(\/\S*)?$/);
  });

  it('finds each by each of its addresses, unless another says more', () => {
    for (const vendor of VENDORS) {
      for (const address of vendor.addresses) {
        const url = new URL(`https://${address.replace(/^\*\./, '').replace(/^\//, 'own.example/')}`);
        expect(vendorOf(url)?.name, address).to.equal(vendor.name);
      }
    }
  });
});

describe('a rule for addresses', () => {
  for (const [rule, address, isMeant] of [
    ['a.example', 'https://a.example/x', true],
    ['a.example', 'https://b.a.example/', false],
    ['*.a.example', 'https://b.a.example/', true],
    ['*.a.example', 'https://a.example/', true],
    ['*.a.example', 'https://ba.example/', false],
    ['A.example/Track', 'https://a.example/Track?1', true],
    ['a.example/track', 'https://a.example/other', false],
    ['a.example:8080', 'https://a.example:8080/', true],
    ['a.example:8080', 'https://a.example/', false],
    ['a.example', 'https://a.example:8080/', true],
  ] as const) {
    it(`${rule} ${isMeant ? 'means' : 'does not mean'} ${address}`, () =>
      expect(matchesAddress(rule, new URL(address))).to.equal(isMeant));
  }
});
