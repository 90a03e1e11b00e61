import type { TemplateResult } from 'lit/html.js';
import type { ConsentController } from '../shared/consent-controller.js';
import { fact } from './fact.js';
import { regionName } from './region-name.js';

/** Where the site keeps the data, a line of a `<dl>`. */
export function storedIn({ config, locale, msg }: ConsentController): readonly TemplateResult[] {
  const { storageLocation } = config.controller ?? {};
  return fact(
    msg('Stored in', { id: 'rights.storage', desc: 'Label before the country in which the site keeps the data' }),
    storageLocation && regionName(storageLocation, locale),
  );
}
