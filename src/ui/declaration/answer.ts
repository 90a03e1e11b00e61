import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Service } from '../../core/config.js';
import type { Consent } from '../../core/consent.js';
import type { Msg } from '../i18n/msg.js';
import type { Entry } from './entries.js';

/** The visitor's answer in words, and what changes it at once; a separate consent is asked for in its own dialog. */
export function answer(msg: Msg, consent: Consent, { entry, category, control }: Entry): TemplateResult {
  const { id, personalises = id } = entry as Service;
  // What personalises a channel has no effect without it.
  const isIdle = !consent.choices[personalises] && personalises !== id;
  const on = !!consent.choices[id] && !isIdle;
  const isOpen = control === 'switch' && !on && consent.pending.includes(category);
  const words = isOpen
    ? msg('Not answered yet', { id: 'declaration.open', desc: 'The visitor’s answer to a category or service' })
    : control === 'locked'
      ? msg('Always on', { id: 'preferences.always-on', desc: 'Stands in the place of a switch' })
      : on
        ? msg('On', { id: 'preferences.on', desc: 'Beside a switch' })
        : msg('Off', { id: 'preferences.off', desc: 'Beside a switch' });
  // What the switch says itself is not said twice.
  const isSaid = control === 'switch' && !isOpen;
  const label = msg('Your answer', { id: 'declaration.answer', desc: 'Heading of a column: on, off, and a switch' });
  return html`<span class="answer" data-label=${label}>
    <span part="state" aria-hidden=${isSaid || nothing}>${words}</span>
    ${
      control === 'switch'
        ? html`<button
            type="button"
            role="switch"
            part="switch"
            aria-checked=${on}
            aria-disabled=${isIdle ? true : nothing}
            aria-labelledby="${id}-title"
            data-consent-category=${id === category ? id : nothing}
            data-consent-service=${id === category ? nothing : id}
            @click=${() => isIdle || consent.update({ [id]: !on })}
          ></button>`
        : nothing
    }
    ${
      control === 'ask'
        ? html`<button
            type="button"
            class="ask"
            part="ask"
            id="${id}-ask"
            aria-labelledby="${id}-ask ${id}-title"
            data-consent-action="ask"
            @click=${() => consent.request(id, { trigger: 'visitor' })}
          >
            ${msg('Ask me', { id: 'preferences.ask', desc: 'Button: opens the dialog of a separate consent; a name follows' })}
          </button>`
        : nothing
    }
  </span>`;
}
