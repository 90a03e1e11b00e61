/**
 * Under Trusted Types, what came as trusted markup stays trusted after its held addresses have been set aside, and when they
 * come back. Candor's first policy is `candor-block`, because the name `candor` can be taken once and is that of `candor.js`.
 */
export interface BlockPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

const asItIs = (text: string): string => text;

const rules: BlockPolicy = { createHTML: asItIs, createScriptURL: asItIs };

let policy: BlockPolicy | undefined;

/** Made when it is needed: a page whose policy does not list it would report an attempt. */
export function blockPolicy(): BlockPolicy {
  try {
    policy ??= (
      window as { trustedTypes?: { createPolicy(name: string, rules: BlockPolicy): BlockPolicy } }
    ).trustedTypes?.createPolicy('candor-block', rules);
  } catch {
    // Not listed: plain strings, and the browser decides.
  }
  return (policy ??= rules);
}
