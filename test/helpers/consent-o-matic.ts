/**
 * Plays rules of Consent-O-Matic in a page, as its documentation says. Its own engine is part of its extension and is in no
 * package; this is Candor's reading of the format, and knows what Candor's rule needs of it.
 */
import type { Page } from 'playwright-core';
import type {
  Action,
  CssMatcher,
  MethodName,
  Purpose,
  Rules,
  Selection,
} from '../../.config/build/consent-o-matic-format.js';

export type Wishes = Readonly<Record<Purpose, boolean>>;

/** Answers for the visitor, as soon as one of the rules finds something to answer. Resolves when its methods have run. */
export async function playConsentOMatic(page: Page, rules: Rules, wishes: Wishes): Promise<void> {
  // The functions within are marked with their names by what makes JavaScript of them.
  await page.evaluate('globalThis.__name = (marked) => marked');
  await page.evaluate(play, { rules, wishes });
}

async function play({ rules, wishes }: { rules: Rules; wishes: Wishes }): Promise<void> {
  let scope: Element | undefined;
  const wait = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

  const elements = (root: Element | undefined, { selector, displayFilter }: Selection['target']): Element[] => {
    if (selector === ':scope') return root ? [root] : [];
    const found = [...(root?.shadowRoot ?? root ?? document).querySelectorAll<HTMLElement>(selector)];
    return found.filter((each) => displayFilter === undefined || displayFilter === each.offsetHeight > 0);
  };
  const all = ({ parent, target }: Selection): Element[] =>
    parent ? elements(scope, parent).flatMap((each) => elements(each, target)) : elements(scope, target);
  /** Without a loop only the first parent counts. */
  const one = ({ parent, target }: Selection): HTMLElement | undefined => {
    const root = parent ? elements(scope, parent)[0] : scope;
    return parent && !root ? undefined : (elements(root, target)[0] as HTMLElement | undefined);
  };
  const matches = (matcher: CssMatcher): boolean => !!one(matcher);

  const run = async (action: Action | undefined): Promise<void> => {
    switch (action?.type) {
      case 'click':
        return one(action)?.click();
      case 'hide':
        return one(action)?.style.setProperty('opacity', '0', 'important');
      case 'list':
        for (const each of action.actions) await run(each);
        return;
      case 'ifcss':
        return run(one(action) ? action.trueAction : action.falseAction);
      case 'waitcss':
        for (let tries = action.retries ?? 10; tries > 0 && !one(action); tries--) await wait(action.waitTime ?? 250);
        return;
      case 'foreach': {
        const outer = scope;
        for (const each of all(action)) {
          scope = each;
          await run(action.action);
        }
        scope = outer;
        return;
      }
      case 'consent':
        for (const rule of action.consents) {
          const isWanted = wishes[rule.type];
          if ('matcher' in rule) {
            if (matches(rule.matcher) !== isWanted) await run(rule.toggleAction);
          } else await run(isWanted ? rule.trueAction : rule.falseAction);
        }
    }
  };

  for (;;) {
    const found = Object.values(rules).find(({ detectors }) =>
      detectors.some(({ presentMatcher, showingMatcher }) => matches(presentMatcher) && matches(showingMatcher)),
    );
    if (!found) {
      await wait(50);
      continue;
    }
    const order: MethodName[] = ['HIDE_CMP', 'OPEN_OPTIONS', 'HIDE_CMP', 'DO_CONSENT', 'SAVE_CONSENT'];
    for (const method of order) await run(found.methods.find(({ name }) => name === method)?.action);
    return;
  }
}
