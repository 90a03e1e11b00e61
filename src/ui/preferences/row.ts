import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { lockOf, lockedText } from '../facts/locked-text.js';
import { wordsFor } from '../facts/words.js';
import { details } from './details.js';
import type { Switched } from './draft.js';
import type { Item, Row } from '../facts/rows.js';

/** What the controls of a row do. */
export interface Acts {
  /** Whether a switch stands at on. */
  readonly isOn: (entry: Switched) => boolean;
  /** Turns a switch. */
  readonly turn: (row: Row, item: Item) => void;
  /** Asks in a dialog of its own. */
  readonly ask: (row: Row, item: Item) => void;
}

/** A category: its control, sentence, services and facts. */
export function row(controller: ConsentController, consent: Consent, acts: Acts, category: Row): TemplateResult {
  const { msg } = controller;
  const words = wordsFor(controller);
  const { entry, kind, services } = category;
  const { title, description } = words(entry);
  const lock = lockOf(consent, entry.id);
  // What is for adults is shown to others as what it is; channels of an account are not, until there is one.
  const offered = services.filter(
    ({ control, entry: { id, personalises } }) =>
      /switch|ask/.test(control) ||
      (!lock && lockOf(consent, id) === 'minor' && !consent.barred.includes(personalises!)),
  );
  const state = (text: string, isToldBySwitch?: boolean): TemplateResult =>
    html`<span class="state" part="state" aria-hidden=${isToldBySwitch || nothing}>${text}</span>`;

  const control = (item: Item): TemplateResult => {
    const { id, personalises } = item.entry as Service;
    const isService = item !== category;
    if (item.control === 'locked')
      return state(msg('Always on', { id: 'preferences.always-on', desc: 'Stands in the place of a switch' }));

    if (item.control === 'barred') {
      return isService
        ? html`<span class="state locked" part="locked">${lockedText(controller, consent, id)}</span>`
        : state(msg('Off', { id: 'preferences.off', desc: 'Beside a switch' }));
    }

    const on = acts.isOn(item.entry);
    const isIdle = personalises && !acts.isOn({ id: personalises });
    const isSwitch = item.control === 'switch';
    return html`${state(
      on
        ? msg('On', { id: 'preferences.on', desc: 'Beside a switch' })
        : msg('Off', { id: 'preferences.off', desc: 'Beside a switch' }),
      isSwitch,
    )}
    ${
      isSwitch
        ? html`<button
            type="button"
            role="switch"
            part="switch"
            aria-checked=${on}
            aria-disabled=${isIdle ? true : nothing}
            aria-labelledby="${personalises ? `${personalises}-title ` : ''}${id}-title"
            data-consent-category=${isService ? nothing : id}
            data-consent-service=${isService ? id : nothing}
            @click=${() => isIdle || acts.turn(category, item)}
          ></button>`
        : item.control === 'ask'
          ? html`<button
              type="button"
              id="${id}-ask"
              class="ask"
              part="ask"
              aria-labelledby="${id}-ask ${id}-title"
              data-consent-action="ask"
              @click=${() => acts.ask(category, item)}
            >
              ${msg('Ask me', { id: 'preferences.ask', desc: 'Button: opens the dialog of a separate consent; a name follows' })}
            </button>`
          : nothing
    }`;
  };
  const line = (text: string | false | undefined, name: 'description' | 'note' = 'description'): unknown =>
    text ? html`<p class=${name} part=${name}>${text}</p>` : nothing;
  const isSignalled = (id: string): boolean => !lock && consent.signalled.includes(id);
  const signalled = (id: string): unknown =>
    line(
      isSignalled(id) &&
        msg('Off, as your browser asks for it. Switch it on to allow it here all the same.', {
          id: 'signal.row',
          desc: 'Beneath a category or service that the browser’s opt-out signal turns off',
        }),
      'note',
    );
  const list = (items: readonly Item<Service>[]): TemplateResult[] =>
    items.map(
      (item) =>
        html`<div class="head service ${item.entry.personalises ? 'beneath' : ''}" part="service">
            <span part="name" id="${item.entry.id}-title">${words(item.entry).title}</span>
            ${control(item)}
          </div>
          ${signalled(item.entry.id)}`,
    );
  const separate = offered.filter(({ isSeparate }) => isSeparate);

  return html`<div class="row" part="category">
    <div class="head">
      <h4 part="category-title" id="${entry.id}-title">${title}</h4>
      ${control(category)}
    </div>
    ${line(description)}
    ${lock ? html`<p class="note" part="locked">${lockedText(controller, consent, entry.id)}</p>` : nothing}
    ${line(
      kind === 'exempt' &&
        msg('On without being asked, because the law allows this purpose. Switch it off to object.', {
          id: 'preferences.exempt',
          desc: 'Beneath a category that is on unless the visitor objects',
        }),
      'note',
    )}
    ${line(
      kind === 'opt-out' &&
        !lock &&
        !isSignalled(entry.id) &&
        msg('On unless you opt out. Switch it off and save to opt out.', {
          id: 'preferences.opt-out',
          desc: 'Beneath a category that the law allows until the visitor says no',
        }),
      'note',
    )}
    ${signalled(entry.id)} ${list(offered.filter(({ isSeparate }) => !isSeparate))}
    ${line(
      !lock &&
        (category.isSeparate || separate.length > 0) &&
        msg('Asked separately, in a step of its own that counts at once.', {
          id: 'preferences.separate',
          desc: 'Above services, or beneath a category, that need a separate consent',
        }),
      'note',
    )}
    ${list(separate)}
    ${line(
      category.control === 'switch' &&
        services.some(({ entry: { id } }) => lockOf(consent, id) === 'account') &&
        msg('More channels once you sign in.', {
          id: 'preferences.sign-in',
          desc: 'Where channels of an account are not shown yet',
        }),
    )}
    ${details(controller, entry, kind)}
  </div>`;
}
