import { translator } from '../../site/translator.js';

const text = translator(
  { frankfurt: 'Frankfurt', singapore: 'Singapore', shanghai: 'Shanghai' },
  { frankfurt: '法兰克福', singapore: '新加坡', shanghai: '上海' },
);

export interface Machine {
  readonly name: string;
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly region: string;
  /** Euros. */
  readonly costThisMonth: number;
  isRunning: boolean;
}

/** The machines of the sample project. What is started or stopped stays so until the page is left. */
export const machines: readonly Machine[] = [
  { name: 'web-1', cores: 2, memory: 4, region: text('frankfurt'), costThisMonth: 18.4, isRunning: true },
  { name: 'web-2', cores: 2, memory: 4, region: text('singapore'), costThisMonth: 17.9, isRunning: true },
  { name: 'web-3', cores: 2, memory: 4, region: text('shanghai'), costThisMonth: 16.2, isRunning: false },
  { name: 'orders-db', cores: 8, memory: 32, region: text('frankfurt'), costThisMonth: 96.1, isRunning: true },
  { name: 'nightly-build', cores: 16, memory: 32, region: text('frankfurt'), costThisMonth: 7.3, isRunning: false },
];
