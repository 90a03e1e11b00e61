// Runs before Candor, in place of the provider's server: it hands out the policy that the address asks for, and puts this
// browser into the visitor's place by the documented cookie. See `Arrival` in demo/pages/model/arrival.ts.
{
  const DAY = 86_400;

  /** What visitors answered at policy 2.0, that many days ago. Who is not here has answered nothing on this device. */
  const ANSWERS = {
    returning: [30, 'yes=functional.analytics.advertising.sharing&no='],
    refusing: [30, 'yes=&no=functional.analytics.advertising'],
    device: [12, 'yes=&no=functional.analytics.advertising'],
  };

  const query = new URLSearchParams(location.search);
  const pick = (name, known) => (known.includes(query.get(name)) ? query.get(name) : known[0]);
  const policy = pick('policy', ['2.0', '2.1']);
  const visitor = pick('visitor', ['new', 'returning', 'refusing', 'minor', 'device']);
  // Each visitor has a storage of their own, as if each had a browser of their own.
  const name = `candor-model-${visitor}`;
  const stored = () => document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
  const write = (value, seconds) => {
    document.cookie = `${name}=${value}; Max-Age=${seconds}; Path=/; SameSite=Lax`;
  };

  let session = null;
  try {
    // A site never goes back to an earlier policy, so here the visitor begins anew.
    if (policy === '2.0' && stored()?.includes('&rev=2')) {
      write('', 0);
      for (const end of ['', '-device', '-records', '-records-sent']) localStorage.removeItem(name + end);
      for (const end of ['-session', '-account']) sessionStorage.removeItem(name + end);
    }
    session = sessionStorage.getItem(`${name}-session`);
  } catch {
    // Where the browser refuses storage, every page begins anew.
  }

  const [days, answers] = ANSWERS[visitor] ?? [];
  if (answers && !stored()) {
    const at = Math.floor(Date.now() / 1000) - days * DAY;
    write(`v=1&at=${at}&rev=1&${answers}`, 184 * DAY);
  }

  const published = document.querySelector(`[data-policy-file="${policy}"]`);
  const config = document.createElement('script');
  config.type = 'application/json';
  config.id = 'candor-config';
  config.text = JSON.stringify({ ...JSON.parse(published.text), cookie: { name } });
  published.after(config);
  window.arrival = { policy, visitor, name, session };
}
