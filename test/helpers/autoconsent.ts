/** DuckDuckGo's autoconsent, at work in a page as its extension has it: in a world of its own, from the beginning of the document. */
import { readFileSync } from 'node:fs';
import type { AutoConsentCMPRule, Config, ContentScriptMessage } from '@duckduckgo/autoconsent';
import type { Page } from 'playwright-core';
import { eventually } from './page.js';

const SCRIPT = readFileSync('node_modules/@duckduckgo/autoconsent/dist/autoconsent.playwright.js', 'utf8');
const WORLD = 'autoconsent';
const BINDING = 'tellExtension';

type Message<Type> = Extract<ContentScriptMessage, { type: Type }>;

export interface Autoconsent {
  /** Everything the content script has said so far. */
  readonly messages: readonly ContentScriptMessage[];
  /** The first message of that type, as soon as it has come. */
  readonly told: <Type extends ContentScriptMessage['type']>(type: Type) => Promise<Message<Type>>;
  /** Asks it to check what it has done, as the extension does after a success. */
  readonly selfTest: () => Promise<boolean>;
}

/** Lets it work in whatever the page visits next. */
export async function installAutoconsent(
  page: Page,
  rules: readonly AutoConsentCMPRule[],
  config: Partial<Config> = {},
): Promise<Autoconsent> {
  const session = await page.context().newCDPSession(page);
  const messages: ContentScriptMessage[] = [];
  let world = 0;
  const say = (message: object): Promise<unknown> =>
    session.send('Runtime.evaluate', {
      contextId: world,
      expression: `void autoconsentReceiveMessage(${JSON.stringify(message)})`,
    });

  session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const message = JSON.parse(payload) as ContentScriptMessage;
    messages.push(message);
    if (message.type === 'init') {
      world = executionContextId;
      void say({ type: 'initResp', config, rules: { autoconsent: rules } });
    } else if (message.type === 'eval') {
      // What its other rules want to know of the page's own scripts.
      void page.evaluate(message.code).then((result) => say({ type: 'evalResp', id: message.id, result }));
    }
  });
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: `window.autoconsentSendMessage = async (message) => ${BINDING}(JSON.stringify(message));\n${SCRIPT}`,
  });

  const told: Autoconsent['told'] = async (type) => {
    const find = () => messages.find((message): message is Message<typeof type> => message.type === type);
    await eventually(async () => !!find(), `autoconsent says ${type}`);
    return find()!;
  };
  return {
    messages,
    told,
    selfTest: async () => {
      await say({ type: 'selfTest' });
      return (await told('selfTestResult')).result;
    },
  };
}
