import { klaro } from './klaro.js';
import type { FormerTool } from './former-tool.js';

/**
 * Orejime came out of Klaro and keeps the same: yes or no for each purpose, without a time. `isMandatory` ones are a yes that
 * nobody gave. Only a cookie that is written as JSON is read; the site may have another `stringify`.
 *
 * Version 3 calls its cookie `eu-consent`; its own guide says `orejime`, which is the name of version 2. Source: orejime 3.2.1,
 * dist/orejime-standard-en.js.
 */
export const orejime: FormerTool = { ...klaro, names: ['eu-consent', 'orejime'] };
