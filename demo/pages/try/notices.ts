import { byId, element } from './element.js';

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly title: string;
  readonly text?: string;
  /** What it is about, one by one. */
  readonly items?: readonly (readonly [name: string, text: string])[];
  readonly actions?: readonly NoticeAction[];
}

export interface Notices {
  /** Shows this one in place of the last; none takes the last one away. */
  show(notice?: Notice): void;
}

function itemList(items: NonNullable<Notice['items']>): HTMLElement {
  const rows = items.map(([name, words]) => element('li', {}, element('code', {}, name), element('span', {}, words)));
  // Reached by keyboard, because it scrolls.
  return element('ul', { tabindex: '0' }, ...rows);
}

/**
 * A place where the page says one thing at a time. The same thing said again is not announced again.
 *
 * @param close The label of a button that takes away what has been read; none where it goes by itself.
 */
export function mountNotices(id: string, close?: string): Notices {
  const place = byId(id, HTMLElement);
  let shown = '';
  let offered: readonly NoticeAction[] = [];
  const buttonOf = ({ label }: NoticeAction, index: number): HTMLElement => {
    const button = element('button', { type: 'button', class: 'link' }, label);
    // What the notice that stands now would do: it may be about a later text than the one it was drawn for.
    button.addEventListener('click', () => offered[index]?.run());
    return button;
  };
  const notices: Notices = {
    show(notice) {
      const { title = '', text, items = [], actions = [] } = notice ?? {};
      offered = close ? [...actions, { label: close, run: () => notices.show() }] : actions;
      const key = JSON.stringify([title, text, items, offered]);
      if (key === shown) return;
      shown = key;
      if (!notice) return place.replaceChildren();
      const box = element('div', { class: 'notice' }, element('strong', {}, title));
      if (text) box.append(element('p', {}, text));
      if (items.length) box.append(itemList(items));
      if (offered.length) box.append(element('p', { class: 'notice-actions' }, ...offered.map(buttonOf)));
      place.replaceChildren(box);
    },
  };
  return notices;
}
