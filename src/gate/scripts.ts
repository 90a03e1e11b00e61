import { breathe } from './breathe.js';
import { trusted } from './trusted-types.js';

export interface FailureReport {
  readonly reportFailure: (ids: string, event: Event) => void;
}

/**
 * Replaces an inert script by one that runs, because browsers never run a script whose type was changed.
 *
 * @returns Settles when it has run or failed, for one that others wait on: an external one that is not `async`.
 */
function run(
  inert: HTMLScriptElement,
  nonce: string | undefined,
  failed: (event: Event) => void,
): Promise<unknown> | undefined {
  const { src = inert.getAttribute('src'), type = '' } = inert.dataset;
  const script = document.createElement('script');
  for (const attribute of inert.attributes) {
    // A copy of the node, because parsers allow names that `setAttribute` does not.
    if (!/^(data-)?(src|type)$/.test(attribute.name)) script.setAttributeNode(attribute.cloneNode() as Attr);
  }
  script.type = type;
  // Browsers hide the attribute from the page; only the property still has the value.
  script.nonce = inert.nonce || nonce || '';
  if (src) script.src = trusted().createScriptURL(src);
  else script.text = trusted().createScript(inert.text);
  const settled = new Promise((resolve) => ['load', 'error'].map((event) => script.addEventListener(event, resolve)));
  script.addEventListener('error', failed);
  inert.replaceWith(script);
  // What is `nomodule`, or of a type that browsers do not run, never answers; an inline module answers in some browsers only.
  return src && /^$|module|javascript/.test(type) && !script.noModule && !inert.hasAttribute('async')
    ? settled
    : undefined;
}

/**
 * Runs released scripts: those of one queue in document order, each after the one before it has run or failed; queues side
 * by side, so that a slow or broken script holds back nobody else's.
 *
 * @param ran Gets the names of the queues of which a script ran.
 * @param withRare Calls back with what says that a script did not come.
 */
export function scriptQueues(
  nonce: string | undefined,
  ran: Set<string>,
  withRare: (then: (rare: FailureReport) => void) => void,
) {
  const ends: Record<string, Promise<unknown>> = {};
  return (queue: string, script: HTMLScriptElement): void => {
    const previous = ends[queue];
    ends[queue] = (async () => {
      await previous;
      await breathe();
      // While it waited, the answer may have been taken back, or the script out of the page.
      if (script.isConnected && script.dataset['consentState']) {
        ran.add(queue);
        await run(script, nonce, (event) => withRare(({ reportFailure }) => reportFailure(queue, event)));
      }
    })();
  };
}
