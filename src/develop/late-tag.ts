import { addressesOf } from './addresses.js';
import { vendorOf } from './find-vendor.js';
import type { Finding } from './finding.js';
import { begunAt, ownTag } from './own-tag.js';

/** Known vendors whose scripts stand above the tag of `candor.js` and were fetched before it could hold anything. */
export function lateTag(): Finding[] {
  const tag = ownTag();
  const begun = begunAt(tag);
  const above = [...document.scripts].filter((script) => {
    const [address] = addressesOf(script);
    if (!tag || !address || !vendorOf(address.url) || script.matches('[data-consent],[data-consent-state]')) return;
    // Snippets put their scripts before the first one on the page, whenever they run.
    const [entry] = performance.getEntriesByName(address.url.href);
    return entry && entry.startTime < begun && script.compareDocumentPosition(tag) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  if (!above.length) return [];
  return [
    {
      path: `<script src="${tag!.getAttribute('src')}">`,
      value: above.map(({ src }) => src),
      message:
        'these stand above Candor and have run before it knew any answer; put #candor-config and the tag of candor.js first in <head>',
    },
  ];
}
