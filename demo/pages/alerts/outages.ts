import { translator } from '../../site/translator.js';
import { askBrowser, notify, readiness, type Readiness } from './browser-notices.js';
import { listNotice } from './notice-list.js';

const text = translator(
  {
    'outage.missing': 'This browser has no notifications. Outages still appear on the status page.',
    'outage.insecure':
      'Browsers allow notifications on secure connections only. Open this page by https to turn them on.',
    'outage.unasked': 'Off. When you turn them on, your browser asks you once.',
    'outage.allowed': 'Off.',
    'outage.refused':
      'Off, because your browser blocks notifications from this site. Allow them in its settings for this site, then turn them on here.',
    'outage.is-on': 'On in this browser.',
    'outage.blocked': 'You turned them on, but your browser now blocks notifications from this site.',
    'outage.turn-on': 'Turn on outage notices',
    'outage.turn-off': 'Turn off outage notices',
    'outage.sent': 'Sent. No marketing choice was looked at.',
    'outage.title': 'Frankfurt: new machines do not start',
    'outage.body': 'Running machines are not affected. Next report in 15 minutes. (Test)',
  },
  {
    'outage.missing': '此浏览器不支持通知。故障信息仍会显示在状态页。',
    'outage.insecure': '浏览器只允许安全连接使用通知。请通过 https 打开本页后再开启。',
    'outage.unasked': '已关闭。开启时，浏览器会询问您一次。',
    'outage.allowed': '已关闭。',
    'outage.refused': '已关闭：浏览器屏蔽了本网站的通知。请先在浏览器的网站设置中允许，再在此开启。',
    'outage.is-on': '已在此浏览器中开启。',
    'outage.blocked': '您已开启，但浏览器目前屏蔽了本网站的通知。',
    'outage.turn-on': '开启故障通知',
    'outage.turn-off': '关闭故障通知',
    'outage.sent': '已发送，与您的营销信息选择无关。',
    'outage.title': '法兰克福：新建服务器无法启动',
    'outage.body': '运行中的服务器不受影响，15 分钟后更新进展。（测试）',
  },
);

const KEY = 'northlark-outage-notices';

/** What the visitor has turned on here themselves is kept without consent: it is the service they asked for. */
function isWanted(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function want(wanted: boolean): void {
  try {
    if (wanted) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: it cannot be turned on, and the page will say that it is off.
  }
}

function stateOf(ready: Readiness): string {
  if (!isWanted()) return text(`outage.${ready}`);
  if (ready === 'allowed') return text('outage.is-on');
  return text(ready === 'refused' ? 'outage.blocked' : `outage.${ready}`);
}

/**
 * Notices of outages belong to the service: they need the browser's permission and nothing else. No consent is read here.
 *
 * @returns Brings what is shown in line with the browser's permission.
 */
export function mountOutages(block: HTMLElement): () => void {
  const state = block.querySelector<HTMLElement>('.alert-state');
  const result = block.querySelector<HTMLElement>('.alert-result');
  const toggle = block.querySelector<HTMLButtonElement>('[data-do="toggle"]');
  const test = block.querySelector<HTMLButtonElement>('[data-do="test"]');
  if (!state || !result || !toggle || !test) return () => {};

  const isOn = (): boolean => isWanted() && readiness() === 'allowed';
  const show = (): void => {
    const ready = readiness();
    state.textContent = stateOf(ready);
    block.dataset['state'] = isOn() ? 'on' : 'off';
    toggle.textContent = text(isOn() ? 'outage.turn-off' : 'outage.turn-on');
    toggle.disabled = ready === 'missing' || ready === 'insecure';
  };

  toggle.addEventListener('click', () => {
    result.textContent = '';
    if (isOn()) {
      want(false);
      show();
      return;
    }
    void askBrowser().then((ready) => {
      want(ready === 'allowed');
      show();
    });
  });
  test.addEventListener('click', () => {
    const notice = { kind: 'outage', title: text('outage.title'), body: text('outage.body') } as const;
    const isShown = isOn() && notify(notice.title, notice.body);
    listNotice({ ...notice, way: isShown ? 'notification' : 'page' });
    result.textContent = text('outage.sent');
  });
  return show;
}
