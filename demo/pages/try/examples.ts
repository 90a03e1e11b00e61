import california from './examples/california.json?raw';
import chineseCloud from './examples/chinese-cloud.json?raw';
import europeAndChina from './examples/europe-and-china.json?raw';
import minimum from './examples/minimum.json?raw';

export interface Example {
  readonly text: string;
  /** Where its visitors are. */
  readonly region: string;
  /** The language in which it is at home; else the page's. */
  readonly locale?: string;
}

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'chinese-cloud': { text: chineseCloud, region: 'CN', locale: 'zh-Hans' },
  'europe-and-china': { text: europeAndChina, region: 'DE' },
  california: { text: california, region: 'US-CA', locale: 'en' },
  minimum: { text: minimum, region: '' },
};
