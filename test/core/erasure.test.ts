import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Config } from '../../src/core/config.js';
import { declarationsOf, refusalOf } from '../../src/core/erasure.js';
import { matches } from '../../src/core/pattern.js';
import { SESSION_COOKIES } from '../../src/core/session-cookies.js';

const refusals = (config: Config): [path: string, also: string][] => {
  const all = declarationsOf(config);
  return all.flatMap((declaration) => {
    const also = refusalOf(declaration, all);
    return also ? [[declaration.path, also]] : [];
  });
};

const tracker = (erase: object): Config => ({ categories: [{ id: 'necessary' }, { id: 'analytics', erase }] });

describe('what a config declares in `erase`', () => {
  it('is read from categories and services, each name with its place', () => {
    const config: Config = {
      categories: [
        { id: 'necessary', erase: { cookies: ['basket'] } },
        {
          id: 'analytics',
          erase: { localStorage: ['a'] },
          services: [{ id: 'posthog', erase: { cookies: ['ph_*', 'ph'], indexedDB: ['d'], caches: ['c'] } }],
        },
        { id: 'base', kind: 'necessary', services: [{ id: 'login', erase: { sessionStorage: ['s'] } }] },
      ],
    };
    assert.deepEqual(
      declarationsOf(config).map(({ id, kind, pattern, path, isNecessary }) => [id, kind, pattern, path, isNecessary]),
      [
        ['necessary', 'cookie', 'basket', 'categories.0.erase.cookies.0', true],
        ['analytics', 'localStorage', 'a', 'categories.1.erase.localStorage.0', false],
        ['posthog', 'cookie', 'ph_*', 'categories.1.services.0.erase.cookies.0', false],
        ['posthog', 'cookie', 'ph', 'categories.1.services.0.erase.cookies.1', false],
        ['posthog', 'indexedDB', 'd', 'categories.1.services.0.erase.indexedDB.0', false],
        ['posthog', 'cache', 'c', 'categories.1.services.0.erase.caches.0', false],
        ['login', 'sessionStorage', 's', 'categories.2.services.0.erase.sessionStorage.0', true],
      ],
    );
  });

  it('is nothing where nothing is configured, or something of a wrong type', () => {
    const wrong = { categories: [{ id: 'a', erase: 'all' }, { id: 'b', erase: { cookies: 'x' } }, null, 7] };
    for (const config of [
      {},
      { categories: [] },
      wrong,
      { categories: { erase: 1 } },
      tracker({ cookies: [7, '', null] }),
    ]) {
      assert.deepEqual(declarationsOf(config as Config), []);
    }
  });

  it('is read from whatever JSON there is without a throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (categories) => void declarationsOf({ categories } as unknown as Config)));
  });
});

describe('a declared cookie is refused', () => {
  for (const pattern of [
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    'ASPSESSIONIDABCDEF',
    'connect.sid',
    'sessionid',
    '_session_id',
    'laravel_session',
    'my_shop_session',
    'XSRF-TOKEN',
    'csrftoken',
    '__Host-anything',
    '__Secure-next-auth.session-token',
    'wordpress_logged_in_abc',
    'wordpress_*',
    'CFID',
    'CFTOKEN',
    'SESSION',
    'sid',
    's*',
    'S*',
    '*sess*',
    '*d',
    'PHP*',
    '*_session',
    '*',
    '**',
  ]) {
    it(`when it is ${pattern}`, () => {
      const [refusal, ...more] = refusals(tracker({ cookies: [pattern] }));
      assert.equal(refusal?.[0], 'categories.1.erase.cookies.0');
      assert.deepEqual(more, []);
    });
  }

  it('but not when it is a tracker’s', () => {
    const cookies =
      '_ga _ga_* _gid _gat* _gcl_* _fbp ph_* mp_* sensorsdata* sa_jssdk_2015_* Hm_lvt_* Hm_lpvt_* _hjSession_* _hjSessionUser_* _pk_id.* _pk_ses.* ajs_* amplitude_* AMP_* _clck _clsk intercom-session-* _uet* _tt_* UM_distinctid CNZZDATA* s_cc s_sq s_vi _scid _ym_*';
    assert.deepEqual(refusals(tracker({ cookies: cookies.split(' ') })), []);
  });

  it('but not as a key of storage, where no session cookie is', () => {
    assert.deepEqual(
      refusals(tracker({ localStorage: ['session*'], sessionStorage: ['sid'], indexedDB: ['token'] })),
      [],
    );
  });

  it('and so is * in any place', () => {
    const places = ['cookies', 'localStorage', 'sessionStorage', 'indexedDB', 'caches'];
    assert.equal(refusals(tracker(Object.fromEntries(places.map((place) => [place, ['*']])))).length, places.length);
  });

  for (const [necessary, pattern] of [
    ['basket', 'basket'],
    ['basket', 'bask*'],
    ['shop_*', 'shop_ads'],
    ['shop_*', 'sh*'],
  ] as const) {
    it(`when ${pattern} also means ${necessary}, which is necessary`, () => {
      const config: Config = {
        categories: [
          { id: 'necessary', services: [{ id: 'shop', erase: { cookies: [necessary] } }] },
          { id: 'ads', services: [{ id: 'pixel', erase: { cookies: [pattern], localStorage: [pattern] } }] },
        ],
      };
      assert.deepEqual(refusals(config), [
        ['categories.1.services.0.erase.cookies.0', `\`${necessary}\`, which \`shop\` needs`],
      ]);
    });
  }

  it('but what is necessary may declare its own, the session included', () => {
    assert.deepEqual(
      refusals({ categories: [{ id: 'necessary', erase: { cookies: ['PHPSESSID', '*_session'] } }] }),
      [],
    );
  });

  it('whatever it is, if it means a well-known name', () => {
    const name = fc.constantFrom(...SESSION_COOKIES.map((known) => known.replaceAll('*', '')).filter(Boolean));
    const cut = fc.tuple(name, fc.nat(), fc.nat()).map(([text, from, to]) => {
      const [start, end] = [from % (text.length + 1), to % (text.length + 1)].sort((one, other) => one - other);
      return [text, `${text.slice(0, start)}*${text.slice(end)}`] as const;
    });
    fc.assert(
      fc.property(cut, ([known, pattern]) => {
        assert.ok(matches(pattern, known));
        assert.equal(refusals(tracker({ cookies: [pattern] })).length, 1, `${pattern} means ${known}`);
      }),
    );
  });
});
