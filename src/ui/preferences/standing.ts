import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Consent, SurfaceName } from '../../core/consent.js';
import { fill } from '../../core/text.js';
import { ageNames } from '../facts/age-names.js';
import type { ConsentController } from '../shared/consent-controller.js';

/** What stands above all choices: that the browser's opt-out signal is honoured, the age group with a way to change it, who decides for a child, and whether an account's apply. */
export function standing(
  controller: ConsentController,
  consent: Consent,
  open: (surface: SurfaceName) => void,
): TemplateResult | typeof nothing {
  const { msg, config } = controller;
  const { ageGroup, imported, subject } = consent;
  const band = ageGroup?.band;
  const isAsked = !!config.audience?.ask && subject?.age === undefined && subject?.minor === undefined;
  const isChild = band === 'child' && subject?.guardian !== 'verified';
  const { signalled } = consent;
  if (!isAsked && !isChild && !imported && !signalled.length) return nothing;
  const button = (surface: 'age' | 'guardian', label: string): TemplateResult =>
    html`<button
      type="button"
      class="link"
      part=${surface}
      data-consent-action=${surface}
      @click=${() => open(surface)}
    >
      ${label}
    </button>`;

  return html`<div class="standing" part="standing">
    ${
      signalled.length
        ? html`<p role="status" part="signal">
            <strong>
              ${msg('Opt-out request honored', {
                id: 'signal.honored',
                desc: 'Status where the browser sends Global Privacy Control; the wording of 11 CCR § 7025',
              })}
            </strong>
            ${msg(
              'Your browser asks sites not to sell or share your data (Global Privacy Control), so whatever does that is off. What you switch on below is allowed here all the same.',
              { id: 'signal.reason', desc: 'Follows “Opt-out request honored” at the top of the panel' },
            )}
          </p>`
        : nothing
    }
    ${
      isAsked
        ? html`<p part="note">
            ${fill(msg('Your age group: {group}.', { id: 'standing.age', desc: '{group}: one of the three answers' }), {
              group:
                (band && ageNames(msg, ageGroup.consentAge).get(band)) ??
                msg('not said', { id: 'standing.unknown', desc: 'In the place of an age group' }),
            })}
            ${button('age', msg('Change', { id: 'standing.change', desc: 'Button: asks for the age group again' }))}
          </p>`
        : nothing
    }
    ${
      isChild
        ? html`<p part="note">
            ${msg('Everything optional is off for children. A parent or guardian decides.', {
              id: 'standing.child',
              desc: 'At the top of the panel',
            })}
            ${button('guardian', msg('I am a parent or guardian', { id: 'age.guardian', desc: 'Button: opens the guardian’s step' }))}
          </p>`
        : nothing
    }
    ${
      imported
        ? html`<p role="status" part="note">
            ${msg(
              'The choices of your account apply here. What you change counts wherever you are signed in. When you sign out, this device’s own choices come back.',
              { id: 'standing.account', desc: 'At the top of the panel; CNIL 2026-01-16 on several devices' },
            )}
          </p>`
        : nothing
    }
  </div>`;
}
