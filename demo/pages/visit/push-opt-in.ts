import { removePushWorker, startPushWorker } from '../../site/push-worker.js';
import { translator } from '../../site/translator.js';

const text = translator(
  {
    'push.working': 'One moment …',
    'push.on': 'On in this browser. In this demo nothing is ever sent.',
    'push.not-agreed':
      'Nothing was turned on, and your browser was not asked: you have not agreed to “Offers as notifications”.',
    'push.refused': 'You agreed, but your browser does not allow notifications from this site.',
    'push.failed': 'You agreed, but your browser’s push service cannot be reached just now. Please try again later.',
    'push.missing': 'This browser has no push messages. New days are on this page as well.',
    'push.withdrawn': 'Off again.',
  },
  {
    'push.working': '请稍候……',
    'push.on': '已在此浏览器中开启。本演示不会实际发送任何内容。',
    'push.not-agreed': '未开启任何内容，也没有触发浏览器的权限询问：您尚未同意“浏览器通知优惠”。',
    'push.refused': '您已同意，但浏览器不允许本网站发送通知。',
    'push.failed': '您已同意，但目前无法连接浏览器的推送服务，请稍后再试。',
    'push.missing': '此浏览器不支持推送消息。新的开放日也会公布在本页。',
    'push.withdrawn': '已关闭。',
  },
);

/** The key that tells the browser's push service who may send. */
async function readKey(): Promise<string> {
  const response = await fetch('/api/push');
  if (!response.ok) throw new Error(`The key could not be read: ${response.status}`);
  return ((await response.json()) as { readonly key: string }).key;
}

/** Subscribes, and tells the server. The browser itself asks the visitor where it has not yet. */
async function subscribe(): Promise<void> {
  const [registration, applicationServerKey] = await Promise.all([startPushWorker(), readKey()]);
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const answer = await fetch('/collect/push/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event: 'subscribed', subscription }),
  });
  if (!answer.ok) throw new Error(`The server refused: ${answer.status}`);
}

function inWords(error: unknown): string {
  if (!window.candor?.granted('browser-push')) return text('push.not-agreed');
  return text(error instanceof DOMException && error.name === 'NotAllowedError' ? 'push.refused' : 'push.failed');
}

/**
 * “Tell me of visiting days” subscribes straight away, as pages do that know nothing of consent: the config of this site names
 * the guard that refuses in the browser's name until the answer is yes.
 */
export function mountPushOptIn(): void {
  const button = document.querySelector<HTMLButtonElement>('#push-opt-in');
  const result = document.querySelector<HTMLElement>('#push-result');
  if (!button || !result) return;
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) {
    result.textContent = text('push.missing');
    button.disabled = true;
    return;
  }

  const run = async (): Promise<string> => {
    try {
      await subscribe();
      return text('push.on');
    } catch (error) {
      // A worker that nobody sends to has no business in the browser.
      await removePushWorker().catch(() => undefined);
      return inWords(error);
    }
  };

  let isRunning = false;
  button.addEventListener('click', () => {
    if (isRunning) return;
    isRunning = true;
    result.textContent = text('push.working');
    void run().then((message) => {
      result.textContent = message;
      isRunning = false;
    });
  });
  window.candor?.gate('browser-push', () => () => {
    if (result.textContent) result.textContent = text('push.withdrawn');
  });
}
