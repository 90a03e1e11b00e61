import { translator } from '../../site/translator.js';
import { estimate, type Prices } from './estimate.js';
import { recall, remember } from './remembered.js';

const text = translator(
  {
    hours: '{count} h',
    remembered:
      'This browser remembers this calculation, under the name northlark-estimate. Refuse “Your settings”, and it is removed at once.',
  },
  {
    hours: '{count} 小时',
    remembered: '此浏览器以 northlark-estimate 为名保存本次估算。如您拒绝“偏好设置”，该内容会立即删除。',
  },
);

type Field = HTMLInputElement | HTMLSelectElement;

const isChinese = document.documentElement.lang.startsWith('zh');
const money = new Intl.NumberFormat(document.documentElement.lang, {
  style: 'currency',
  currency: isChinese ? 'CNY' : 'EUR',
});

/** The tables in the page are the only source of prices. */
function readPrices(): Prices {
  const bySize = (table: string): Map<string, number> =>
    new Map(
      Array.from(document.querySelectorAll<HTMLElement>(`[data-prices="${table}"] [data-size]`), ({ dataset }) => [
        dataset['size'] ?? '',
        Number(dataset['second']),
      ]),
    );
  const gigabyte = document.querySelector<HTMLElement>('[data-gigabyte-month]');
  return {
    compute: bySize('compute-prices'),
    databases: bySize('database-prices'),
    gigabyteMonth: Number(gigabyte?.dataset['gigabyteMonth']),
  };
}

/** A whole number within the limits of the field, whatever stands in it. */
function numberIn(field: Field | undefined): number {
  if (!(field instanceof HTMLInputElement)) return 0;
  const number = Math.round(Number(field.value)) || 0;
  return Math.min(Math.max(number, Number(field.min)), Number(field.max));
}

function mountCalculator(form: HTMLFormElement): void {
  const prices = readPrices();
  const fields = Array.from(form.querySelectorAll<Field>('input, select'));
  const field = (name: string): Field | undefined => fields.find((each) => each.name === name);
  const show = (part: string, message: string): void => {
    const place = document.querySelector(`[data-part="${part}"]`);
    if (place) place.textContent = message;
  };

  const calculate = (): void => {
    const hoursADay = numberIn(field('hours'));
    const result = estimate(
      {
        size: field('size')?.value ?? '',
        machines: numberIn(field('machines')),
        hoursADay,
        gigabytes: numberIn(field('gigabytes')),
        database: field('database')?.value ?? '',
      },
      prices,
    );
    for (const [part, amount] of Object.entries(result)) show(part, money.format(amount as number));
    const hours = text('hours', { count: String(hoursADay) });
    field('hours')?.setAttribute('aria-valuetext', hours);
    const hoursShown = document.querySelector('#hours-value');
    if (hoursShown) hoursShown.textContent = hours;
  };

  const values = (): Record<string, string> => Object.fromEntries(fields.map(({ name, value }) => [name, value]));

  const restore = (kept: Readonly<Record<string, string>>): void => {
    for (const each of fields) {
      const value = kept[each.name];
      const isKnown =
        each instanceof HTMLInputElement || Array.from(each.options).some((option) => option.value === value);
      if (value === undefined || !isKnown) continue;
      each.value = value;
      if (each instanceof HTMLInputElement) each.value = String(numberIn(each));
    }
  };

  let isAllowed = false;
  const keep = (): void => {
    if (isAllowed) remember(values());
  };

  form.addEventListener('input', () => {
    calculate();
    keep();
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) target.value = String(numberIn(target));
    keep();
  });
  form.addEventListener('submit', (event) => event.preventDefault());

  const note = document.querySelector('#remembering');
  const forgotten = note?.textContent ?? '';
  // Without the consent banner nobody has allowed anything.
  window.candor?.gate('functional', () => {
    isAllowed = true;
    restore(recall());
    calculate();
    keep();
    if (note) note.textContent = text('remembered');
    return () => {
      isAllowed = false;
      if (note) note.textContent = forgotten;
    };
  });
  calculate();
}

const form = document.querySelector<HTMLFormElement>('#estimate');
if (form) mountCalculator(form);
