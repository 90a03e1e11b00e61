import type { Consent } from 'candor-consent';
import { translator } from '../../site/translator.js';
import { askBrowser, notify, readiness } from './browser-notices.js';
import { listNotice } from './notice-list.js';

const text = translator(
  {
    'offer.off': 'Off. You have not agreed to this.',
    'offer.unavailable': 'Off. The consent banner could not be loaded, so you have not been asked.',
    'offer.on': 'On. You agreed; at most one a month.',
    'offer.missing': 'You agreed, but this browser has no notifications.',
    'offer.insecure': 'You agreed, but browsers allow notifications on secure connections only.',
    'offer.unasked': 'You agreed. Your browser has not been asked yet.',
    'offer.refused': 'You agreed, but your browser blocks notifications from this site.',
    'offer.still-off': 'Nothing was turned on, and your browser was not asked.',
    'offer.still-off-mail': 'Nothing was turned on.',
    'offer.turn-off': 'Turn off',
    'offer.ask-browser': 'Ask my browser',
    'offer.sent': 'Sent.',
    'offer.withheld-consent': 'Withheld: you have not agreed to offers this way.',
    'offer.withheld-browser': 'Withheld: you agreed, but your browser has not allowed notifications.',
    'offer.title': 'Storage costs less in Mumbai',
    'offer.body': 'From 1 December, €0.010 a gigabyte and month. (Test)',
  },
  {
    'offer.off': '已关闭。您尚未同意接收。',
    'offer.unavailable': '已关闭。同意横幅未能加载，因此尚未征求您的同意。',
    'offer.on': '已开启。您已同意接收，每月最多一条。',
    'offer.missing': '您已同意接收，但此浏览器不支持通知。',
    'offer.insecure': '您已同意接收，但浏览器只允许安全连接使用通知。',
    'offer.unasked': '您已同意接收，浏览器尚未询问通知权限。',
    'offer.refused': '您已同意接收，但浏览器屏蔽了本网站的通知。',
    'offer.still-off': '未开启任何内容，也没有触发浏览器的权限询问。',
    'offer.still-off-mail': '未开启任何内容。',
    'offer.turn-off': '关闭',
    'offer.ask-browser': '请浏览器授权',
    'offer.sent': '已发送。',
    'offer.withheld-consent': '未发送：您尚未同意以此方式接收优惠。',
    'offer.withheld-browser': '未发送：您已同意接收，但浏览器尚未允许通知。',
    'offer.title': '孟买地域对象存储降价',
    'offer.body': '12 月 1 日起，每 GB 每月 0.075 元。（测试）',
  },
);

/** A way on which offers can come: the service that was consented to, and what else it needs. */
interface Channel {
  readonly id: 'browser-push' | 'offers-by-mail';
  readonly way: 'notification' | 'mail';
}

const CHANNELS: readonly Channel[] = [
  { id: 'browser-push', way: 'notification' },
  { id: 'offers-by-mail', way: 'mail' },
];

function mountChannel(candor: Consent | undefined, { id, way }: Channel, block: HTMLElement): () => void {
  const state = block.querySelector<HTMLElement>('.alert-state');
  const result = block.querySelector<HTMLElement>('.alert-result');
  const toggle = block.querySelector<HTMLButtonElement>('[data-do="toggle"]');
  const test = block.querySelector<HTMLButtonElement>('[data-do="test"]');
  if (!state || !result || !toggle || !test) return () => {};
  const turnOn = toggle.textContent;

  const isAgreed = (): boolean => candor?.granted(id) ?? false;
  /** Whether the browser, too, lets offers through. */
  const isOpen = (): boolean => way === 'mail' || readiness() === 'allowed';
  const mayAskBrowser = (): boolean => isAgreed() && way === 'notification' && readiness() === 'unasked';

  const inWords = (): string => {
    if (!candor) return text('offer.unavailable');
    if (!isAgreed()) return text('offer.off');
    const ready = readiness();
    return way === 'mail' || ready === 'allowed' ? text('offer.on') : text(`offer.${ready}`);
  };
  const show = (): void => {
    state.textContent = inWords();
    block.dataset['state'] = isAgreed() && isOpen() ? 'on' : 'off';
    toggle.textContent = mayAskBrowser() ? text('offer.ask-browser') : isAgreed() ? text('offer.turn-off') : turnOn;
    toggle.disabled = !candor;
  };

  /** First the visitor, then the browser: its one question is not spent on somebody who says no. */
  const agree = async (consent: Consent): Promise<void> => {
    if (!(await consent.request(id))) {
      result.textContent = text(way === 'mail' ? 'offer.still-off-mail' : 'offer.still-off');
    } else if (way === 'notification') {
      await askBrowser();
    }
    show();
  };

  toggle.addEventListener('click', () => {
    result.textContent = '';
    if (!candor) return;
    if (isAgreed() && !mayAskBrowser()) candor.update({ [id]: false });
    else void agree(candor);
  });
  test.addEventListener('click', () => {
    const notice = { kind: 'offer', title: text('offer.title'), body: text('offer.body') } as const;
    if (!isAgreed()) result.textContent = text('offer.withheld-consent');
    else if (!isOpen()) result.textContent = text('offer.withheld-browser');
    else {
      const isShown = way === 'notification' && notify(notice.title, notice.body);
      listNotice({ ...notice, way: way === 'mail' ? 'mail' : isShown ? 'notification' : 'page' });
      result.textContent = text('offer.sent');
    }
  });
  candor?.gate(id, () => {
    show();
    return () => {
      result.textContent = '';
      show();
    };
  });
  return show;
}

/**
 * Offers are marketing: they wait for a yes to their own channel, and only then for the browser's permission.
 *
 * @returns Brings what is shown in line with the browser's permission.
 */
export function mountOffers(candor: Consent | undefined): () => void {
  const shows = CHANNELS.flatMap((channel) => {
    const block = document.querySelector<HTMLElement>(`#${channel.id}`);
    return block ? [mountChannel(candor, channel, block)] : [];
  });
  return () => shows.forEach((show) => show());
}
