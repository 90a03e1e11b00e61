import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as z from 'zod';
import type { Config } from '../../src/core/config.js';
import { VENDORS } from '../../src/develop/vendors.js';
import { lintConfig } from '../../src/lint/index.js';
import { configSchema } from '../../src/lint/schema.js';
import { VENDOR_FACTS } from '../../src/signals/facts.js';
import * as signals from '../../src/signals/index.js';

const categories = [{ id: 'necessary' }, { id: 'analytics', services: [{ id: 'posthog' }] }];

describe('nothing is found in signals', () => {
  for (const [what, config] of [
    ['that are true', { signals: { googleConsentMode: true, clarity: true, posthog: true, zaraz: true } }],
    ['that are false', { signals: { clarity: false, linkedIn: false } }],
    [
      'with options that the vendor has',
      {
        signals: {
          microsoftUet: { ids: ['advertising'], queue: 'uetq2' },
          clarity: { ids: { ad_Storage: ['advertising', 'social'] } },
          metaPixel: { limitedDataUse: true },
          matomo: { cookiesOnly: true, queue: '_paq2' },
          segment: { ids: { Advertising: ['advertising'] }, sdk: 'segment' },
          sensorsData: { complianceMode: true, sdk: 'sa' },
          zaraz: { ids: { hUga: ['analytics'] } },
        },
      },
    ],
    ['that follow a service', { categories, signals: { posthog: { ids: ['posthog'] } } }],
    ['one type of which the site does not ask for', { categories, signals: { clarity: true } }],
    [
      'of a vendor without a command that a service names',
      {
        categories: [{ id: 'advertising', services: [{ id: 'linkedin' }] }],
        signals: { linkedIn: true },
      },
    ],
    [
      'of one that a service calls by its Chinese name',
      {
        categories: [{ id: 'analytics', services: [{ id: 'tongji', name: { 'zh-Hans': '百度统计' } }] }],
        signals: { baiduTongji: true },
      },
    ],
    [
      'of one whose address a category blocks',
      {
        categories: [{ id: 'analytics', block: ['*.baidu.com/hm.js'] }],
        signals: { baiduTongji: true },
      },
    ],
  ] as [string, Config][]) {
    it(what, () => assert.deepEqual(lintConfig(config), []));
  }
});

describe('of signals, it is told with its place, its value and a remedy', () => {
  for (const [what, config, path, value, severity, remedy] of [
    ['no object', { signals: true }, 'signals', true, 'error', /write an object/],
    [
      'neither true nor options',
      { signals: { clarity: 'yes' } },
      'signals.clarity',
      'yes',
      'error',
      /write true, or an object of/,
    ],
    [
      'a text for a list of ids',
      { signals: { tiktok: { ids: 'advertising' } } },
      'signals.tiktok.ids',
      'advertising',
      'error',
      /write a list/,
    ],
    ['no ids at all', { signals: { tiktok: { ids: [] } } }, 'signals.tiktok.ids', [], 'error', /write at least one/],
    [
      'what is no id',
      { signals: { tiktok: { ids: ['My Ads'] } } },
      'signals.tiktok.ids.0',
      'My Ads',
      'error',
      /lower-case letters/,
    ],
    ['no name of a queue', { signals: { matomo: { queue: '' } } }, 'signals.matomo.queue', '', 'error', /write a name/],
    [
      'a switch that is none',
      { signals: { matomo: { cookiesOnly: 1 } } },
      'signals.matomo.cookiesOnly',
      1,
      'error',
      /write true or false/,
    ],
    [
      'a vendor nobody knows',
      { signals: { metaPixels: true } },
      'signals.metaPixels',
      true,
      'warning',
      /check the spelling \(known: .*metaPixel,/,
    ],
    [
      'an option nobody knows',
      { signals: { matomo: { name: 'x' } } },
      'signals.matomo.name',
      'x',
      'warning',
      /known: ids, queue, cookiesOnly/,
    ],
    [
      'a type nobody knows',
      { signals: { clarity: { ids: { ad_storage: ['advertising'] } } } },
      'signals.clarity.ids.ad_storage',
      ['advertising'],
      'warning',
      /known: ad_Storage, analytics_Storage/,
    ],
    [
      'an id that nobody configured',
      { categories, signals: { posthog: { ids: ['posthog', 'postdog'] } } },
      'signals.posthog.ids.1',
      'postdog',
      'warning',
      /no category or service has this id.*never hears a yes/,
    ],
    [
      'an id of a type that nobody configured',
      { signals: { clarity: { ids: { ad_Storage: ['ads'] } } } },
      'signals.clarity.ids.ad_Storage.0',
      'ads',
      'warning',
      /never hears a yes/,
    ],
    [
      'a default that the site does not ask for',
      { categories, signals: { metaPixel: true } },
      'signals.metaPixel',
      true,
      'warning',
      /follows advertising, which nobody configured.*`ids`/,
    ],
    [
      'a vendor without a command that nothing holds',
      { signals: { linkedIn: true } },
      'signals.linkedIn',
      true,
      'warning',
      /LinkedIn Insight has no command.*snap\.licdn\.com.*li_fat_id.*data-consent/,
    ],
    [
      'the same of Baidu',
      { categories, signals: { baiduTongji: true } },
      'signals.baiduTongji',
      true,
      'warning',
      /Baidu Tongji has no command.*hm\.baidu\.com.*Hm_lvt_/,
    ],
  ] as [string, unknown, string, unknown, string, RegExp][]) {
    it(what, () => {
      const [finding, ...more] = lintConfig(config);
      assert.deepEqual(more, []);
      assert.equal(finding?.path, path);
      assert.deepEqual(finding?.value, value);
      assert.equal(finding?.severity, severity);
      assert.match(finding?.message ?? '', remedy);
    });
  }
});

describe('every vendor of the config', () => {
  const { $defs } = z.toJSONSchema(configSchema, { io: 'input' }) as unknown as {
    $defs: { Signals: { properties: Record<string, { description?: string }> } };
  };
  const keys = Object.keys($defs.Signals.properties).filter(
    (key) => !['googleConsentMode', 'tcf', 'formerConsent'].includes(key),
  );

  it('has facts, and nobody else has', () => assert.deepEqual(Object.keys(VENDOR_FACTS).sort(), [...keys].sort()));

  it('has a signal and a file of its own, where it can be told anything', () => {
    const told = keys.filter((key) => VENDOR_FACTS[key as keyof typeof VENDOR_FACTS].hasCommand);
    const files = readdirSync('src/signals/vendors').map((file) =>
      file.replace('.ts', '').replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase()),
    );
    assert.deepEqual(files.sort(), [...told].sort());
    assert.deepEqual(
      Object.keys(signals)
        .filter(
          (name) => !['configuredSignals', 'CONSENT_TYPES', 'googleConsentMode', 'tcf', 'formerConsent'].includes(name),
        )
        .sort(),
      [...told].sort(),
    );
    assert.deepEqual(
      signals
        .configuredSignals({ signals: Object.fromEntries(keys.map((key) => [key, true])) })
        .map(({ id }) => id)
        .sort(),
      [...told].sort(),
    );
  });

  it('is described', () => {
    for (const key of keys) assert.ok($defs.Signals.properties[key]?.description, key);
  });

  it('is known to the development mode by the same addresses and names, where it is known there', () => {
    for (const { name, addresses, erase } of Object.values(VENDOR_FACTS)) {
      const known = VENDORS.find((vendor) => vendor.name === name);
      if (!known) continue;
      for (const address of addresses) assert.ok(known.addresses.includes(address), `${name}: ${address}`);
      for (const cookie of erase.cookies ?? []) assert.ok(known.cookies?.includes(cookie), `${name}: ${cookie}`);
      for (const key of erase.localStorage ?? []) assert.ok(known.storage?.includes(key), `${name}: ${key}`);
    }
  });
});
