import type { FormerTool } from './former-tool.js';
import { CATEGORIES } from './names.js';
import { readBooleans } from './parse.js';

/**
 * Klaro keeps yes or no for each service (`app` in old versions), without a time, in a cookie or, by `storageMethod`, in
 * localStorage. Services that are `required` there are a yes that nobody gave, which the text does not tell: name them in `ids`
 * with an empty list, unless they are necessary here too. What is kept in sessionStorage ends with the tab and is not read.
 *
 * Source: klaro 0.7.22, src/consent-manager.js and src/stores.js.
 */
export const klaro: FormerTool = {
  names: ['klaro'],
  ids: CATEGORIES,
  read: (text) => {
    const answers = readBooleans(text);
    return answers && { answers };
  },
};
