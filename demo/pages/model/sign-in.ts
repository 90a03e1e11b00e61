import type { Consent, MergeResult } from 'candor-consent';
import { categoryTitle } from '../../site/names.js';
import { translator } from '../../site/translator.js';
import { readAccount } from './account.js';
import { arrival, remember } from './arrival.js';
import { entriesOf } from './policies.js';

const text = translator(
  {
    taken: 'Taken from the account: {what}.',
    kept: 'Kept from this device: {what}.',
    leftOut: 'Left out, because it needs a yes on each device: {what}.',
    in: 'Signed in.',
    out: 'Signed out. This device has its own answer back.',
    failed: 'The account could not be used. Please try again.',
    and: ', ',
  },
  {
    taken: '取自账号：{what}。',
    kept: '保留此设备的选择：{what}。',
    leftOut: '未采用（须在每台设备上单独同意）：{what}。',
    in: '已登录。',
    out: '已退出登录。此设备已恢复自己的选择。',
    failed: '暂时无法使用账号，请重试。',
    and: '、',
  },
);

/** What became of the account's decision, in words. */
function describe({ config }: Consent, { taken, kept, leftOut }: MergeResult): string {
  const entries = entriesOf(config);
  const titles = (ids: readonly string[]): string =>
    ids.map((id) => entries.find((entry) => entry.id === id)?.name ?? categoryTitle(id)).join(text('and'));
  const parts = [
    ['taken', taken],
    ['kept', kept],
    ['leftOut', Object.keys(leftOut)],
  ] as const;
  return parts
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => text(name, { what: titles(ids) }))
    .join(' ');
}

/** Signing in brings the account's decision to this device; signing out brings the device's own back. */
export function mountSignIn(candor: Consent): void {
  const signIn = document.querySelector<HTMLButtonElement>('#sign-in');
  const signOut = document.querySelector<HTMLButtonElement>('#sign-out');
  const result = document.querySelector('#sign-in-result');
  if (!signIn || !signOut || !result) return;

  const show = (isSignedIn: boolean, words: string): void => {
    const [off, on] = isSignedIn ? [signIn, signOut] : [signOut, signIn];
    on.disabled = false;
    // Who works by keyboard must not lose their place.
    if (document.activeElement === off) on.focus();
    off.disabled = true;
    result.textContent = words;
  };

  signIn.addEventListener('click', () => {
    remember('session', 'signed-in');
    candor.setSubject({ signedIn: true });
    candor.import(readAccount(candor)).then(
      (merged) => show(true, describe(candor, merged)),
      () => (result.textContent = text('failed')),
    );
  });
  signOut.addEventListener('click', () => {
    remember('session');
    candor.setSubject({ signedIn: false });
    show(false, text('out'));
  });
  if (arrival.visitor === 'device' && arrival.session === 'signed-in') show(true, text('in'));
}
