import type { TemplateResult } from 'lit/html.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { dataKinds } from './data-kinds.js';
import { fact } from './fact.js';
import type { Entry } from './words.js';

/** Which data is used how, why, what that means for the person, and what they can do instead: lines of a `<dl>`. */
export function particulars(
  controller: ConsentController,
  { alternative, data, impact, method, necessity }: Entry,
): TemplateResult[] {
  const { msg, text } = controller;
  return [
    ...fact(msg('Data', { id: 'service.data', desc: 'Label before kinds of data' }), dataKinds(controller, data)),
    ...fact(msg('How it is used', { id: 'service.method', desc: 'Label' }), text(method)),
    ...fact(msg('Why it is needed', { id: 'service.necessity', desc: 'Label; PIPL art. 30' }), text(necessity)),
    ...fact(
      msg('What it means for you', { id: 'service.impact', desc: 'Label before the effect on rights; PIPL art. 30' }),
      text(impact),
    ),
    ...fact(
      msg('Instead you can', { id: 'service.alternative', desc: 'Label before what one can do without agreeing' }),
      text(alternative),
    ),
  ];
}
