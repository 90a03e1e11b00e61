import type { CurrencyChoice } from './currency.js';
import { find } from './find.js';
import type { View } from './router.js';

/** How costs are shown, and whether that is remembered. */
export const createSettingsView =
  (currency: CurrencyChoice): View =>
  (root) => {
    const select = find<HTMLSelectElement>(root, '#currency');
    const note = find(root, '#currency-note');
    const show = (): void => {
      select.value = currency.currency;
      note.textContent = note.dataset[currency.isRemembered ? 'remembered' : 'forgotten'] ?? '';
    };
    select.addEventListener('change', () => currency.choose(select.value));
    show();
    return currency.onChange(show);
  };
