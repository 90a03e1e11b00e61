// Lumen Share: share buttons as a social network's script would bring them. It fills every [data-lumen-share] on the page.
// Once it has run it cannot be unloaded; that is why a page holds it back until it is wanted.
(() => {
  const isChinese = document.documentElement.lang.startsWith('zh');
  const texts = isChinese
    ? {
        by: '由流明分享提供',
        WeChat: '微信',
        Weibo: '微博',
        copy: '复制链接',
        sent: '真实网站会在此打开{place}，演示到此为止。',
        copied: '链接已复制。',
        uncopied: '浏览器未允许复制，请从地址栏复制链接。',
      }
    : {
        by: 'by Lumen Share',
        WeChat: 'WeChat',
        Weibo: 'Weibo',
        copy: 'Copy link',
        sent: 'A real site would now open {place}; the demo ends here.',
        copied: 'The link is copied.',
        uncopied: 'Your browser did not let us copy. Take the link from the address bar.',
      };
  const style = `
    :host { all: initial; display: block; color-scheme: light dark; }
    div { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; font: 15px/22px ui-sans-serif, system-ui, 'Noto Sans CJK SC', sans-serif; color: light-dark(#14191c, #e9edee); }
    button { min-height: 44px; padding: 0 18px; border: 0; border-radius: 22px; background: light-dark(#11181b, #e9edee); color: light-dark(#fff, #11181b); font: inherit; cursor: pointer; }
    button:focus-visible { outline: 2px solid light-dark(#0a6266, #72cbc7); outline-offset: 2px; }
    .by, p { color: light-dark(#566067, #9eaab0); }
    .by { margin-inline-start: 8px; font-size: 14px; }
    p { flex-basis: 100%; min-height: 22px; margin: 0; }`;

  const report = (event) =>
    void fetch('/collect/share/loaded', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event }),
    }).catch(() => undefined);

  const element = (name, text, className = '') =>
    Object.assign(document.createElement(name), { textContent: text, className });

  function fill(place) {
    const said = element('p', '');
    said.setAttribute('role', 'status');
    const button = (label, run) => {
      const made = element('button', label);
      made.type = 'button';
      made.addEventListener('click', run);
      return made;
    };
    const shareTo = (network) =>
      button(texts[network], () => {
        report(`shared to ${network}`);
        said.textContent = texts.sent.replace('{place}', texts[network]);
      });
    const copy = button(texts.copy, async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = texts.copied;
      } catch {
        said.textContent = texts.uncopied;
      }
    });
    const row = document.createElement('div');
    row.append(shareTo('WeChat'), shareTo('Weibo'), copy, element('span', texts.by, 'by'), said);
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(element('style', style), row);
    place.replaceChildren(host);
  }

  document.querySelectorAll('[data-lumen-share]').forEach(fill);
  report('share widget loaded');
})();
