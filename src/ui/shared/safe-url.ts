/**
 * A URL of the config if a link may lead there: pages, mail and telephone. Everything else (`javascript:`, `data:`) is
 * dropped, because a config can come from where a script may not.
 */
export function safeUrl(url: string | undefined): string | undefined {
  try {
    // The browser's own parser, so that no spelling slips through; a relative URL takes the protocol of the base.
    return url && /^(https?|mailto|tel):$/.test(new URL(url, 'https://base.invalid').protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
