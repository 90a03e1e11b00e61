/**
 * Under `require-trusted-types-for 'script'` a script's text and address must come from a policy. Candor's is called
 * `candor` and lets through what the page's own markup says and the addresses of Candor's own files, nothing else: no config
 * value and no text ever comes here.
 */
export interface Policy {
  createScript(text: string): string;
  createScriptURL(url: string): string;
}

const asItIs = (text: string): string => text;

const rules: Policy = { createScript: asItIs, createScriptURL: asItIs };

function createPolicy(): Policy {
  try {
    return (
      window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
    ).trustedTypes!.createPolicy('candor', rules);
  } catch {
    // No Trusted Types here, or a page whose policy does not list ours: plain strings, and the browser decides.
    return rules;
  }
}

let policy: Policy | undefined;

export const trusted = (): Policy => (policy ??= createPolicy());
