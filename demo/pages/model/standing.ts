import type { Consent } from 'candor-consent';
import { html, type TemplateResult } from 'lit';
import { categoryTitle } from '../../site/names.js';
import { translator } from '../../site/translator.js';
import { entriesOf, policyOf, type Entry } from './policies.js';
import { shortTime } from './times.js';

const text = translator(
  {
    what: 'What',
    state: 'Now',
    answer: 'Answered',
    on: 'On',
    off: 'Off',
    asked: 'Asked',
    barred: 'Barred',
    always: 'Needs no answer',
    never: 'Not yet',
    along: 'With its category',
    at: '{time}, policy {policy}',
  },
  {
    what: '项目',
    state: '现状',
    answer: '作答',
    on: '开启',
    off: '关闭',
    asked: '询问中',
    barred: '不可开启',
    always: '无须作答',
    never: '尚未作答',
    along: '随所属类别',
    at: '{time}，政策 {policy}',
  },
);

type State = 'on' | 'off' | 'asked' | 'barred';

/** What is barred is neither asked nor on, whatever was answered. */
function stateOf({ asked, barred, choices }: Consent, { id }: Entry): State {
  if (barred.includes(id)) return 'barred';
  if (asked.includes(id)) return 'asked';
  return choices[id] ? 'on' : 'off';
}

function answerTo({ choices, export: take }: Consent, { id, category }: Entry): string {
  if (id === 'necessary') return text('always');
  const { answers } = take();
  const own = answers[id];
  if (own) return text('at', { time: shortTime(own.at * 1000), policy: policyOf(own.revision) });
  const covering = category && answers[category];
  return text(covering && (choices[id] || !covering.granted) ? 'along' : 'never');
}

/** What Candor says now of each category and service: its state, and the answer it rests on. */
export function standing(candor: Consent): TemplateResult {
  const rows = entriesOf(candor.config).map((entry) => {
    const state = stateOf(candor, entry);
    return html`
      <tr data-id=${entry.id} data-state=${state}>
        <th scope="row" class=${entry.category ? 'service' : ''}>${entry.name ?? categoryTitle(entry.id)}</th>
        <td class="state">${text(state)}</td>
        <td class="answer">${answerTo(candor, entry)}</td>
      </tr>
    `;
  });
  return html`
    <table class="data" aria-labelledby="standing-title">
      <thead>
        <tr>
          <th scope="col">${text('what')}</th>
          <th scope="col">${text('state')}</th>
          <th scope="col">${text('answer')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  `;
}
