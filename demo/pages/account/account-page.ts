import type { Choices, ConsentSnapshot } from 'candor-consent';
import { render } from 'lit';
import { changeAccount, onAccount, readAccount, signIn, signOut, type Account } from '../../site/account.js';
import { isComplete, snapshotOf } from '../../site/keep-choices.js';
import { translator } from '../../site/translator.js';
import { comparison } from './comparison.js';

const text = translator(
  {
    'result.saved': 'Saved.',
    'result.used': 'Your account’s answer and this device’s are one now: of each choice the latest.',
    'result.out': 'You are signed out. This device has its own answer, as before.',
    'result.failed': 'The account could not be reached. Please try again.',
    'channels.on': 'On this device they are allowed.',
    'channels.off': 'On this device they are not allowed.',
  },
  {
    'result.saved': '已保存。',
    'result.used': '账号与此设备的选择已合并：每一项以最近一次为准。',
    'result.out': '您已退出登录。此设备恢复为自己原有的选择。',
    'result.failed': '暂时无法连接账号，请重试。',
    'channels.on': '此设备目前允许。',
    'channels.off': '此设备目前不允许。',
  },
);

// Missing where the script was blocked: then nothing is allowed, and nothing can be carried.
const { candor } = window;

function find<Type extends HTMLElement>(selector: string): Type {
  const found = document.querySelector<Type>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

const result = find('#account-result');
const signedOut = find('#signed-out');
const signedIn = find('#signed-in');
const nameField = find<HTMLInputElement>('#name');
const keepsChoices = find<HTMLInputElement>('#keeps-choices');
const channels = find<HTMLFieldSetElement>('#channels');
const channelBoxes = [...channels.querySelectorAll('input')];

let account: Account | null = null;

/** Does what the visitor asked for and says how it went. */
async function run(task: () => Promise<unknown>, done?: Parameters<typeof text>[0]): Promise<void> {
  try {
    await task();
    result.textContent = done ? text(done) : '';
  } catch {
    result.textContent = text('result.failed');
    // What was ticked and is not saved must not look saved.
    show();
  }
}

const answerHere = (): Choices | undefined => (candor && isComplete(candor) ? candor.choices : undefined);

/** Candor brings both together, and what comes of it goes back to the account, also where nothing changes here by it. */
const use = (snapshot: ConsentSnapshot): unknown =>
  run(async () => {
    if (!candor) return;
    await candor.import(snapshot);
    if (isComplete(candor)) await changeAccount({ snapshot: snapshotOf(candor) });
  }, 'result.used');

function show(): void {
  signedOut.hidden = account !== null;
  signedIn.hidden = account === null;
  if (!account) return;
  find('#account-name').textContent = account.name;
  keepsChoices.checked = account.keepsChoices;
  for (const box of channelBoxes) box.checked = account.channels[box.name as keyof Account['channels']];
  find('#channels-state').textContent = text(candor?.granted('push') ? 'channels.on' : 'channels.off');
  render(
    comparison({ account, device: answerHere(), use, decideAnew: () => void candor?.show('preferences') }),
    find('#comparison'),
  );
}

find('#sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const name = nameField.value.trim();
  if (name === '') return;
  void run(async () => {
    await signIn(name);
    nameField.value = '';
    find('#who').focus();
  });
});

find('#sign-out').addEventListener('click', () => {
  void run(async () => {
    await signOut();
    nameField.focus();
  }, 'result.out');
});

keepsChoices.addEventListener('change', () => {
  const { checked } = keepsChoices;
  const here = candor && isComplete(candor) ? snapshotOf(candor) : undefined;
  // An answer that the account took from nowhere else is this device's.
  void run(() => changeAccount({ keepsChoices: checked, ...(checked && here && { snapshot: here }) }), 'result.saved');
});

channels.addEventListener('change', () => {
  const checked = Object.fromEntries(channelBoxes.map((box) => [box.name, box.checked]));
  void run(() => changeAccount({ channels: checked }), 'result.saved');
});

/** Where this page is at the server's other name, whose cookies are others. */
function showOtherName(): void {
  const other = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[location.hostname];
  const line = find('#other-name');
  const link = line.querySelector('a');
  if (!other || !link) return;
  link.href = `${location.protocol}//${other}:${location.port}${location.pathname}`;
  link.textContent = `${other}:${location.port}${location.pathname}`;
  line.hidden = false;
}

onAccount((next) => {
  account = next;
  // Whose choices of an account apply here gets the device's own back.
  candor?.setSubject({ signedIn: account !== null });
  show();
});
document.addEventListener('candor-change', show);
// Another window may have signed out, or another device may have answered.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void run(readAccount);
});
showOtherName();
void (candor?.ready ?? Promise.resolve()).then(() => run(readAccount));
