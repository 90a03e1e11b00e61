import type { CurrencyChoice } from './currency.js';
import { find } from './find.js';
import { machines } from './machines.js';
import type { View } from './router.js';

export const createOverviewView =
  (currency: CurrencyChoice): View =>
  (root) => {
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const running = machines.filter(({ isRunning }) => isRunning).length;
    find(root, '#running').textContent = `${number.format(running)} / ${number.format(machines.length)}`;

    const showCost = (): void => {
      find(root, '#cost').textContent = currency.format(
        machines.reduce((sum, { costThisMonth }) => sum + costThisMonth, 0),
      );
    };
    showCost();
    return currency.onChange(showCost);
  };
