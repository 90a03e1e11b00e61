import { html, nothing, type TemplateResult } from 'lit/html.js';
import { categoriesOf } from '../../core/categories.js';
import type { Change } from '../../core/config.js';
import { isToCome } from '../../core/is-to-come.js';
import { newsOf, type News, type Told } from '../../core/news.js';
import { fill } from '../../core/text.js';
import { wordsFor } from '../facts/words.js';
import type { ConsentController } from '../shared/consent-controller.js';
import type { Explanation } from '../shared/explanation.js';
import { formatLocale } from '../shared/format-locale.js';
import type { Msg } from '../i18n/msg.js';

const now = (): number => Date.now() / 1000;

/** What the visitor is to be told now. */
export const news = ({ consent, config }: ConsentController): News =>
  newsOf(config, consent!.decision, consent!.asked, now());

/** Heading of everything that tells of changes. */
export const changesTitle = (msg: Msg): string =>
  msg('Changes to our data use', { id: 'changes.title', desc: 'Heading, where the visitor is told what has changed' });

/** Titles of categories and names of services, as a list. */
function namesOf(controller: ConsentController, ids: readonly string[]): string {
  const words = wordsFor(controller);
  const titles = categoriesOf(controller.config)
    .flatMap((category) => [category, ...(category.services ?? [])])
    .filter(({ id }) => ids.includes(id))
    .map((entry) => words(entry).title);
  return new Intl.ListFormat(formatLocale(controller.locale)).format(titles);
}

/** What it is about in a line of its own, then what there is to say. */
const paragraph = (names: string, words: string): TemplateResult =>
  html`<p part="change">${names ? html`<strong>${names}</strong><br />` : nothing}${words}</p>`;

/** A change in the site's words, with the day from which it holds. */
function sentence({ locale, msg, text }: ConsentController, change: Change): string {
  const { effective = '' } = change;
  const day = Date.parse(effective);
  const isComing = isToCome(change, now());
  const words =
    text(change.text) ??
    (isComing
      ? msg('Our data use will change.', { id: 'changes.coming', desc: 'A change that the site has not described' })
      : msg('Our data use has changed since you answered.', {
          id: 'changes.unexplained',
          desc: 'Why something is asked again, where the site has not said it',
        }));
  if (!day) return words;
  return fill(
    isComing
      ? msg('From {date}: {text}', { id: 'changes.from', desc: '{text}: what will change on that day' })
      : msg('Since {date}: {text}', { id: 'changes.since', desc: '{text}: what changed on that day' }),
    // The day begins everywhere at once, so it is called the same everywhere.
    {
      date: new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(day),
      text: words,
    },
  );
}

/** What is announced, each change in a paragraph, and what that means for the answers that were given. */
export function announcements(controller: ConsentController, told: readonly Told[]): unknown {
  const { msg } = controller;
  if (!told.length) return nothing;
  const isAsking = told.some(({ change }) => change.effect !== 'tell');
  return [
    ...told.map((each) => paragraph(namesOf(controller, each.ids), sentence(controller, each.change))),
    paragraph(
      '',
      isAsking
        ? msg('Until then your choices stand as they are.', {
            id: 'changes.until',
            desc: 'After changes that hold from a day to come',
          })
        : msg('Your choices stand as they are.', {
            id: 'changes.stand',
            desc: 'After changes that need no new answer',
          }),
    ),
  ];
}

/** Why the visitor is asked again. */
function reasonsFor(controller: ConsentController, { reasons, unexplained, expired }: News): unknown {
  const { consent, config, msg } = controller;
  const { asked, choices, decision } = consent!;
  const isStanding = Object.keys(choices).some((id) => decision.answers.has(id) && !asked.includes(id));
  const categories = categoriesOf(config).map(({ id }) => id);
  /** Where all is asked again for one reason, it need not be named: it follows. */
  const inShort = (ids: readonly string[]): string =>
    !isStanding && categories.every((id) => ids.includes(id) || !asked.includes(id)) ? '' : namesOf(controller, ids);
  return [
    ...reasons.map((each) => paragraph(namesOf(controller, each.ids), sentence(controller, each.change))),
    unexplained.length ? paragraph(inShort(unexplained), sentence(controller, { revision: 0 })) : nothing,
    expired.length
      ? paragraph(
          inShort(expired),
          msg('Your answer has expired, so we ask again.', {
            id: 'changes.expired',
            desc: 'Why something is asked again that was answered long ago',
          }),
        )
      : nothing,
    isStanding
      ? paragraph(
          '',
          msg('Your other answers stand.', { id: 'changes.others', desc: 'After what is asked again, and why' }),
        )
      : nothing,
  ];
}

/** What the banner and the panel say of changes, and the banner of the browser's signal: the panel says more of that itself. */
export function explain(controller: ConsentController): Explanation {
  const found = news(controller);
  const { reasons, unexplained, expired, announced } = found;
  const hasChanged = reasons.length + unexplained.length > 0;
  const isAgain = hasChanged || expired.length > 0;
  const heading = changesTitle(controller.msg);
  return {
    title: hasChanged ? heading : undefined,
    heading: isAgain || announced.length ? heading : undefined,
    reasons: isAgain ? reasonsFor(controller, found) : nothing,
    signal: controller.consent!.signalled.length
      ? html`<p part="signal">
          ${controller.msg('Opt-out request honored: your browser asks us not to sell or share your data.', {
            id: 'banner.signal',
            desc: 'Where the browser sends Global Privacy Control; “Opt-out request honored” is the wording of 11 CCR § 7025',
          })}
        </p>`
      : nothing,
    announced: announcements(controller, announced),
  };
}
