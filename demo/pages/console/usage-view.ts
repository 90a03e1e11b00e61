import { html, render } from 'lit';
import { find } from './find.js';
import type { View } from './router.js';

const CORE_HOURS = [212, 231, 208, 266, 249, 121, 96];
const DAY_MILLISECONDS = 86_400_000;

/** Core-hours of the last seven days, as bars with their numbers. */
export const usageView: View = (root) => {
  const language = document.documentElement.lang;
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long' });
  const number = new Intl.NumberFormat(language);
  const most = Math.max(...CORE_HOURS);
  render(
    CORE_HOURS.map((hours, index) => {
      const day = new Date(Date.now() - (CORE_HOURS.length - index) * DAY_MILLISECONDS);
      return html`
        <div>
          <dt>${weekday.format(day)}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width=${(hours / most) * 100} height="8"></rect>
            </svg>
            <span>${number.format(hours)}</span>
          </dd>
        </div>
      `;
    }),
    find(root, '#usage'),
  );
};
