import { html, render } from 'lit';
import { followElsewhere } from './elsewhere.js';
import { keepClear } from './keep-clear.js';
import { followKept } from './kept.js';
import { groupsOf, type Sources } from './left-browser-entries.js';
import { groupList } from './left-browser-list.js';
import { followLog } from './log.js';
import { translator } from './translator.js';

const text = translator(
  {
    'left.name': 'What has left this browser',
    'left.title': 'What has left this browser:',
    'left.list': 'Requests and stored data',
    'left.note':
      'Requests are counted by the demo’s server, for all windows at this address. Cookies that are hidden from scripts, such as that of the sign-in, cannot be listed here.',
    'left.start-over': 'Start over',
    'left.status': '{count} requests have left this browser.',
    'left.status-one': 'One request has left this browser.',
  },
  {
    'left.name': '已离开此浏览器的数据',
    'left.title': '已离开此浏览器的数据：',
    'left.list': '请求与存储内容',
    'left.note': '请求数由演示服务器统计，包含打开此网址的所有窗口。对脚本隐藏的 Cookie（例如登录状态）无法在此列出。',
    'left.start-over': '重新开始',
    'left.status': '已有 {count} 个请求离开此浏览器。',
    'left.status-one': '已有 1 个请求离开此浏览器。',
  },
);

const STATUS_AFTER_MILLISECONDS = 500;

function find<Type extends HTMLElement>(within: HTMLElement, selector: string): Type {
  const found = within.querySelector<Type>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** Builds the counter with its drawer closed. `ph-no-capture`: what measures must not add to what it measures. */
function build(): HTMLElement {
  const aside = document.createElement('aside');
  aside.className = 'left-browser ph-no-capture';
  aside.setAttribute('aria-label', text('left.name'));
  render(
    html`
      <button type="button" class="left-browser-toggle" aria-expanded="false" aria-controls="left-browser-drawer">
        <span>${text('left.title')}</span> <span id="left-browser-count">0</span>
      </button>
      <div id="left-browser-drawer" class="left-browser-drawer" hidden>
        <div class="left-browser-head">
          <h2 id="left-browser-title">${text('left.list')}</h2>
          <button type="button" class="link" id="start-over">${text('left.start-over')}</button>
        </div>
        <div
          id="left-browser-requests"
          class="left-browser-scroll"
          role="region"
          tabindex="0"
          aria-labelledby="left-browser-title"
        >
          <div id="left-browser-groups"></div>
          <p class="left-browser-note">${text('left.note')}</p>
        </div>
      </div>
      <p class="visually-hidden" role="status"></p>
    `,
    aside,
  );
  return aside;
}

/** “What has left this browser”: a count that is always in sight, and the list behind it. */
export function mountLeftBrowser(): void {
  const aside = build();
  const toggle = find(aside, '.left-browser-toggle');
  const count = find(aside, '#left-browser-count');
  const drawer = find(aside, '#left-browser-drawer');
  const list = find(aside, '#left-browser-groups');
  const status = find(aside, '[role=status]');

  let isOpen = false;
  let sources: Sources = { collected: [], elsewhere: [], kept: [] };
  let shown = 0;
  let statusTimer = 0;

  const announce = (number: number): void => {
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(() => {
      status.textContent = number === 1 ? text('left.status-one') : text('left.status', { count: String(number) });
    }, STATUS_AFTER_MILLISECONDS);
  };

  const show = (next: Partial<Sources> = {}): void => {
    sources = { ...sources, ...next };
    const number = sources.collected.length + sources.elsewhere.length;
    count.textContent = String(number);
    aside.classList.toggle('has-some', number > 0);
    if (number !== shown) announce(number);
    shown = number;
    if (isOpen) render(groupList(groupsOf(sources)), list);
  };

  const open = (next: boolean): void => {
    isOpen = next;
    toggle.setAttribute('aria-expanded', String(isOpen));
    drawer.hidden = !isOpen;
    show();
  };
  toggle.addEventListener('click', () => open(!isOpen));
  aside.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    open(false);
    toggle.focus();
  });
  find(aside, '#start-over').addEventListener('click', () => {
    location.assign(`/start-over/?back=${encodeURIComponent(location.pathname)}`);
  });

  document.body.append(aside);
  keepClear(aside, toggle);
  followLog((collected) => show({ collected }));
  followElsewhere((elsewhere) => show({ elsewhere: [...elsewhere] }));
  followKept((kept) => show({ kept }));
}
