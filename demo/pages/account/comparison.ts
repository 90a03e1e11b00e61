import type { Choices, ConsentSnapshot } from 'candor-consent';
import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../site/account.js';
import { answerableCategories, answerableIds } from '../../site/catalogue.js';
import { choicesOf } from '../../site/keep-choices.js';
import { categoryTitle, ownerTitle } from '../../site/names.js';
import { translator } from '../../site/translator.js';

const text = translator(
  {
    'keeps.nothing': 'Your account keeps no answer. The one on this device stays here.',
    'keeps.next': 'Your account has no answer yet. It takes the next one that you give on this device.',
    'keeps.same': 'Your account and this device have the same answer, of {time}.',
    'offer.title': 'Your account has an answer from another device',
    'offer.changed': 'Your account has another answer than this device',
    'offer.text': 'It is of {time}. Nothing changes here until you choose.',
    'offer.use': 'Use it here',
    'offer.anew': 'Decide anew',
    'table.what': 'What',
    'table.account': 'Account',
    'table.device': 'This device',
    'answer.yes': 'Allowed',
    'answer.no': 'Not allowed',
    'answer.none': 'No answer',
    'answer.and': ', ',
  },
  {
    'keeps.nothing': '账号未保存任何选择。此设备上的选择仅留在此设备。',
    'keeps.next': '账号中还没有选择。您在此设备上作出的下一次选择将保存到账号。',
    'keeps.same': '账号与此设备的选择相同，选择时间：{time}。',
    'offer.title': '账号中有您在另一台设备上作出的选择',
    'offer.changed': '账号中的选择与此设备不同',
    'offer.text': '选择时间：{time}。在您决定之前，此设备不会有任何变化。',
    'offer.use': '在此设备上采用',
    'offer.anew': '重新选择',
    'table.what': '项目',
    'table.account': '账号',
    'table.device': '此设备',
    'answer.yes': '允许',
    'answer.no': '不允许',
    'answer.none': '未选择',
    'answer.and': '、',
  },
);

export interface ComparisonOptions {
  readonly account: Account;
  /** The answer on this device; nothing while something is open. */
  readonly device: Choices | undefined;
  readonly use: (snapshot: ConsentSnapshot) => void;
  readonly decideAnew: () => void;
}

const { lang } = document.documentElement;
const clock = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeStyle: 'short' });

/** Yes or no to a category, or the names of those of its services that are allowed. */
function answerTo(choices: Choices, id: string, services: readonly string[]): string {
  const granted = services.filter((service) => choices[service]);
  if (granted.length > 0 && granted.length < services.length) return granted.map(ownerTitle).join(text('answer.and'));
  return text((services.length > 0 ? granted.length > 0 : choices[id]) ? 'answer.yes' : 'answer.no');
}

function table(account: Choices, device: Choices | undefined): TemplateResult {
  const rows = answerableCategories.map(({ id, services }) => {
    const there = answerTo(account, id, services);
    const here = device ? answerTo(device, id, services) : text('answer.none');
    return html`
      <tr class=${there === here ? nothing : 'differs'}>
        <th scope="row">${categoryTitle(id)}</th>
        <td>${there}</td>
        <td>${here}</td>
      </tr>
    `;
  });
  return html`
    <table>
      <thead>
        <tr>
          <th scope="col">${text('table.what')}</th>
          <th scope="col">${text('table.account')}</th>
          <th scope="col">${text('table.device')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  `;
}

/** How the account's answer and this device's stand to each other; and where they differ, the two ways out. */
export function comparison({ account, device, use, decideAnew }: ComparisonOptions): TemplateResult {
  const { keepsChoices, snapshot } = account;
  if (!keepsChoices) return html`<p>${text('keeps.nothing')}</p>`;
  if (!snapshot) return html`<p>${text('keeps.next')}</p>`;
  const choices = choicesOf(snapshot);
  const time = clock.format(new Date(snapshot.at * 1000));
  if (device && answerableIds.every((id) => !device[id] === !choices[id])) {
    return html`<p>${text('keeps.same', { time })}</p>`;
  }
  return html`
    <div class="offer">
      <h3>${text(device ? 'offer.changed' : 'offer.title')}</h3>
      <p>${text('offer.text', { time })}</p>
      ${table(choices, device)}
      <p class="actions">
        <button type="button" class="button" id="use-answer" @click=${() => use(snapshot)}>${text('offer.use')}</button>
        <button type="button" class="button" id="decide-anew" @click=${decideAnew}>${text('offer.anew')}</button>
      </p>
    </div>
  `;
}
