import { kept } from './kept.js';
import { followLog, type CollectedRequest } from './log.js';
import { translator } from './translator.js';

const text = translator(
  {
    'left.title': 'What has left this browser',
    'left.requests': 'Requests',
    'left.none': 'Nothing. Nothing leaves before you say yes.',
    'left.kept': 'Kept in this browser, besides Candor’s own',
    'left.nothing-kept': 'No cookies, nothing in storage.',
    'left.start-over': 'Start over',
    'left.status': '{count} requests have left this browser.',
    'left.status-one': 'One request has left this browser.',
    'kind.cookie': 'Cookie',
    'kind.localStorage': 'Local storage',
    'kind.sessionStorage': 'Session storage',
  },
  {
    'left.title': '已离开此浏览器的数据',
    'left.requests': '请求',
    'left.none': '没有。在您同意之前，任何数据都不会离开。',
    'left.kept': '此浏览器中保存的内容（Candor 自身除外）',
    'left.nothing-kept': '没有 Cookie，也没有本地存储。',
    'left.start-over': '重新开始',
    'left.status': '已有 {count} 个请求离开此浏览器。',
    'left.status-one': '已有 1 个请求离开此浏览器。',
    'kind.cookie': 'Cookie',
    'kind.localStorage': '本地存储',
    'kind.sessionStorage': '会话存储',
  },
);

type Children = readonly (Node | string)[];

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: Children
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}

const KEPT_EVERY_MILLISECONDS = 1000;
const STATUS_AFTER_MILLISECONDS = 500;

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' });

const requestRow = ({ time, service, path, events }: CollectedRequest): HTMLElement =>
  element(
    'li',
    {},
    element('time', { datetime: time }, clock.format(new Date(time))),
    element('strong', {}, service),
    element('code', {}, path),
    element('span', { class: 'events' }, events.join(', ')),
  );

/** “What has left this browser”: a count that is always in sight, and the list behind it. */
export function mountLeftBrowser(): void {
  const count = element('span', { id: 'left-browser-count' }, '0');
  const toggle = element(
    'button',
    { type: 'button', class: 'left-browser-toggle', 'aria-expanded': 'false', 'aria-controls': 'left-browser-drawer' },
    element('span', {}, text('left.title')),
    count,
  );
  const requestList = element('ol', { class: 'left-browser-requests', id: 'left-browser-requests' });
  const keptList = element('ul', { class: 'left-browser-kept', id: 'left-browser-kept' });
  const startOver = element('button', { type: 'button', class: 'link', id: 'start-over' }, text('left.start-over'));
  const drawer = element(
    'div',
    { id: 'left-browser-drawer', class: 'left-browser-drawer', hidden: '' },
    element(
      'div',
      { class: 'left-browser-head' },
      element('h2', { id: 'left-browser-requests-title' }, text('left.requests')),
      startOver,
    ),
    // Reachable by keyboard, because it scrolls.
    element(
      'div',
      { class: 'left-browser-scroll', role: 'region', tabindex: '0', 'aria-labelledby': 'left-browser-requests-title' },
      requestList,
    ),
    element('h2', {}, text('left.kept')),
    keptList,
  );
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  // `ph-no-capture`: what measures must not add to what it measures.
  const aside = element(
    'aside',
    { class: 'left-browser ph-no-capture', 'aria-label': text('left.title') },
    toggle,
    drawer,
    status,
  );

  const showKept = (): void => {
    const rows = kept().map(({ kind, names }) =>
      element('li', {}, element('span', {}, text(kind)), ...names.map((name) => element('code', {}, name))),
    );
    keptList.replaceChildren(
      ...(rows.length > 0 ? rows : [element('li', { class: 'none' }, text('left.nothing-kept'))]),
    );
  };

  let statusTimer = 0;
  const announce = (number: number): void => {
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(() => {
      status.textContent = number === 1 ? text('left.status-one') : text('left.status', { count: String(number) });
    }, STATUS_AFTER_MILLISECONDS);
  };

  let keptTimer = 0;
  let isOpen = false;
  const open = (next: boolean): void => {
    isOpen = next;
    toggle.setAttribute('aria-expanded', String(isOpen));
    drawer.hidden = !isOpen;
    clearInterval(keptTimer);
    if (!isOpen) return;
    showKept();
    // No event tells of a cookie or key in every browser.
    keptTimer = window.setInterval(showKept, KEPT_EVERY_MILLISECONDS);
  };
  toggle.addEventListener('click', () => open(!isOpen));
  aside.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    open(false);
    toggle.focus();
  });
  startOver.addEventListener('click', () => {
    location.assign(`/start-over/?back=${encodeURIComponent(location.pathname)}`);
  });

  let shown = 0;
  followLog((requests) => {
    count.textContent = String(requests.length);
    aside.classList.toggle('has-some', requests.length > 0);
    const rows = requests.map(requestRow).reverse();
    requestList.replaceChildren(...(rows.length > 0 ? rows : [element('li', { class: 'none' }, text('left.none'))]));
    if (requests.length !== shown) announce(requests.length);
    shown = requests.length;
  });

  document.body.append(aside);
}
