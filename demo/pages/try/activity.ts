import type { ChangeDetail, Consent, SurfaceName } from 'candor-consent';
import { translator } from '../../site/translator.js';
import { byId, element } from './element.js';

/** What the visitor of the preview has done, and what follows from it. */
export interface Activity {
  changed(detail: ChangeDetail): void;
  opened(surface: SurfaceName): void;
  closed(surface: SurfaceName): void;
  /** A link of the config; none leads anywhere from here. */
  followed(address: string): void;
  decided(consent: Consent): void;
  clear(): void;
}

const SHOWN = 30;

const text = translator(
  {
    yes: 'yes',
    no: 'no',
    open: 'no answer yet, so no',
    change: '{method}. Yes: {granted}. No: {denied}.',
    nobody: 'none',
    banner: 'banner',
    preferences: 'panel',
    notice: 'notice',
    age: 'age question',
    guardian: 'guardian’s step',
    records: 'the visitor’s own records',
    link: 'On your site this leads to {address}',
    none: 'Nothing yet. Use the banner as a visitor would.',
  },
  {
    yes: '同意',
    no: '拒绝',
    open: '尚未回答，视为拒绝',
    change: '{method}。同意：{granted}。拒绝：{denied}。',
    nobody: '无',
    banner: '横幅',
    preferences: '面板',
    notice: '通知',
    age: '年龄询问',
    guardian: '监护人确认',
    records: '访客自己的记录',
    link: '在您的网站上，此链接指向 {address}',
    none: '还没有。请像访客一样操作横幅。',
  },
);

export function mountActivity(): Activity {
  const events = byId('events', HTMLElement);
  const choices = byId('choices', HTMLElement);

  const clear = (): void => events.replaceChildren(element('li', { class: 'none' }, text('none')));
  const add = (name: string, words: string): void => {
    events.querySelector('.none')?.remove();
    events.prepend(element('li', {}, element('code', {}, name), element('span', {}, words)));
    while (events.childElementCount > SHOWN) events.lastElementChild?.remove();
  };
  const list = (ids: readonly string[]): string => ids.join(', ') || text('nobody');
  clear();

  return {
    changed: ({ method, granted, denied }) =>
      add('candor-change', text('change', { method, granted: list(granted), denied: list(denied) })),
    opened: (surface) => add('candor-show', text(surface)),
    closed: (surface) => add('candor-hide', text(surface)),
    followed: (address) => add('click', text('link', { address })),
    decided(consent) {
      const open = new Set(
        consent.pending.flatMap((id) => {
          const category = consent.config.categories?.find((candidate) => candidate.id === id);
          return [id, ...(category?.services ?? []).map((service) => service.id)];
        }),
      );
      choices.replaceChildren(
        ...Object.entries(consent.choices).map(([id, granted]) =>
          element(
            'div',
            {},
            element('dt', {}, element('code', {}, id)),
            element('dd', {}, text(granted ? 'yes' : open.has(id) ? 'open' : 'no')),
          ),
        ),
      );
    },
    clear,
  };
}
