import type { Consent } from 'candor-consent';
import { translator } from '../../site/translator.js';

const text = translator(
  {
    title: 'Answers on this page',
    yes: 'yes',
    no: 'no',
    pending: 'not answered',
    none: 'None: Candor is not running on this page.',
    more: 'and {count} more',
  },
  {
    title: '本页当前的选择',
    yes: '同意',
    no: '拒绝',
    pending: '未作答',
    none: '无：本页未运行 Candor。',
    more: '另有 {count} 项',
  },
);

const MOST_SHOWN = 16;

type State = 'yes' | 'no' | 'pending';

const stateOf = ({ asked, choices }: Consent, id: string): State =>
  asked.includes(id) ? 'pending' : choices[id] ? 'yes' : 'no';

function row(id: string, state: State): HTMLElement {
  const item = document.createElement('li');
  const name = document.createElement('code');
  name.textContent = id;
  item.dataset['answer'] = state;
  item.append(name, ' ', text(state));
  return item;
}

/** What Candor says now of each category and service. */
class DemoAnswers extends HTMLElement {
  private heard: Consent | undefined;

  connectedCallback(): void {
    document.addEventListener('candor-ready', this.show);
    document.addEventListener('candor-change', this.show);
    this.show();
  }

  disconnectedCallback(): void {
    document.removeEventListener('candor-ready', this.show);
    document.removeEventListener('candor-change', this.show);
    this.heard?.removeEventListener('refresh', this.show);
    this.heard = undefined;
  }

  private readonly show = (): void => {
    const { candor } = window;
    if (candor && candor !== this.heard) {
      this.heard = candor;
      candor.addEventListener('refresh', this.show);
    }
    const title = document.createElement('h3');
    title.textContent = text('title');
    const ids = Object.keys(candor?.choices ?? {});
    const list = document.createElement('ul');
    if (candor) list.append(...ids.slice(0, MOST_SHOWN).map((id) => row(id, stateOf(candor, id))));
    const rest = document.createElement('p');
    if (!ids.length) rest.textContent = text('none');
    if (ids.length > MOST_SHOWN) rest.textContent = text('more', { count: String(ids.length - MOST_SHOWN) });
    this.replaceChildren(title, list, rest);
  };
}

customElements.define('demo-answers', DemoAnswers);
