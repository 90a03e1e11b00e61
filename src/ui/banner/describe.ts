import { html, type TemplateResult } from 'lit/html.js';
import { categoriesOf } from '../../core/categories.js';
import { fill } from '../../core/text.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { formatLocale } from '../shared/format-locale.js';
import { purposes } from './purposes.js';

/**
 * The text of the first layer, put together from what is asked: one paragraph, and one more where the site has purposes of
 * its own.
 *
 * @param ids Categories that are asked.
 */
export function describe(controller: ConsentController, ids: readonly string[]): TemplateResult[] {
  const { locale, msg, config } = controller;
  const known = purposes(msg);
  const list = (items: readonly (string | undefined)[]): string =>
    new Intl.ListFormat(formatLocale(locale)).format(items as string[]);
  const named = ids.filter((id) => known[id]).map((id) => known[id]);
  const own = categoriesOf(config)
    .filter(({ id }) => ids.includes(id) && !known[id])
    .map(({ id, title }) => controller.text(title) ?? id);

  return [
    named.length
      ? msg(
          'We use cookies to run this site. With your permission we also use data to {purposes}. If you refuse, basic functions still work. You can change your mind any time in Cookie settings.',
          {
            id: 'banner.description',
            desc: 'Text of the first layer. {purposes}: list of banner.purpose.*; {controller}: name of the site’s owner',
          },
        )
      : msg(
          'We use cookies to run this site. If you refuse, basic functions still work. You can change your mind any time in Cookie settings.',
          { id: 'banner.description-basic', desc: 'The same where there is no {purposes} to name' },
        ),
    own.length
      ? msg('We also ask about: {titles}.', {
          id: 'banner.others',
          desc: '{titles}: list of the site’s own categories',
        })
      : '',
  ]
    .filter(Boolean)
    .map(
      (text) =>
        html`<p part="description">
          ${fill(text, { purposes: list(named), titles: list(own), controller: controller.text(config.controller?.name) })}
        </p>`,
    );
}
