import { translator } from '../../site/translator.js';

const text = translator(
  {
    outage: 'Outage',
    offer: 'Offer',
    notification: 'as a notification',
    mail: 'by e-mail',
    page: 'on this page only: your browser shows no notifications from us',
  },
  {
    outage: '故障',
    offer: '优惠',
    notification: '浏览器通知',
    mail: '邮件',
    page: '仅在本页显示：浏览器目前不显示我们的通知',
  },
);

export interface Notice {
  readonly kind: 'outage' | 'offer';
  readonly title: string;
  readonly body: string;
  readonly way: 'notification' | 'mail' | 'page';
}

const clock = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'medium', hourCycle: 'h23' });

const line = (className: string, content: string): HTMLElement =>
  Object.assign(document.createElement('p'), { className, textContent: content });

/** Adds to “Notices you would have got”, so that they can be seen where the system shows none. */
export function listNotice({ kind, title, body, way }: Notice): void {
  const list = document.querySelector('#notices');
  if (!list) return;
  list.querySelector('.none')?.remove();
  const item = document.createElement('li');
  item.dataset['kind'] = kind;
  item.dataset['way'] = way;
  item.append(
    line('notice-way', `${clock.format(new Date())} · ${text(kind)} · ${text(way)}`),
    line('notice-title', title),
    line('notice-body', body),
  );
  list.prepend(item);
}
