import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BUILT_IN_TITLES } from '../../core/built-in-titles.js';
import type { ConsentRecord, RecordedPurpose } from '../../core/record.js';
import { fill } from '../../core/text.js';
import { categoryTexts } from '../facts/category-texts.js';
import { formatDuration } from '../facts/duration.js';
import { fact, link } from '../facts/fact.js';
import { regionName } from '../facts/region-name.js';
import { closeMark } from '../shared/close-mark.js';
import { controlStyles } from '../shared/control.styles.js';
import { directionOf } from '../shared/direction.js';
import { panelStyles } from '../shared/panel.styles.js';
import { Surface } from '../shared/surface.js';
import { surfaceStyles } from '../shared/surface.styles.js';
import { printStyles, recordsStyles } from './candor-records.styles.js';
import { answerWords, eventWords, surfaceWords } from './record-words.js';

const FILE_NAME = 'consent-record.json';

/** Of what a later version of Candor has written nothing is known; the file has it. */
const isReadable = (record: ConsentRecord | null): record is ConsentRecord =>
  record?.schema === 'candor-consent/record@1' &&
  [record.event, record.controller, record.notice, record.context, record.ending].every(Boolean) &&
  Array.isArray(record.purposes);

/**
 * The visitor's own record of consent: every decision on this device, the newest first, with who, what, on which text, when,
 * how and until when. To read, to print, and to take away as JSON.
 *
 * @fires {Event} close - Went from shown to hidden.
 *
 * @csspart records - The dialog.
 * @csspart header - What stands above all that scrolls.
 * @csspart title - The heading.
 * @csspart close - The button that closes it.
 * @csspart content - What scrolls.
 * @csspart description - The sentence above the records.
 * @csspart entry - One record.
 * @csspart entry-title - Its heading.
 * @csspart state - What was decided.
 * @csspart time - When.
 * @csspart table - What was answered to what.
 * @csspart column - The heading of a column.
 * @csspart cell - A cell of the table.
 * @csspart facts - The labelled facts about it.
 * @csspart label - What a fact is about.
 * @csspart value - What it says.
 * @csspart link - A link among the facts.
 * @csspart details - The unfolding text that was shown.
 * @csspart summary - What unfolds it.
 * @csspart shown - That text.
 * @csspart hash - Its hash.
 * @csspart footer - What stands beneath all that scrolls.
 * @csspart print - The button that prints.
 * @csspart download - The button that saves the records as JSON.
 *
 * @cssproperty [--candor-panel-width=680px] - Width.
 * @cssproperty [--candor-radius=16px] - Corners.
 * @cssproperty [--candor-background=#fff] - Background (#1d2024 in dark).
 * @cssproperty [--candor-color=#1f2328] - Text (#f2f4f6 in dark).
 * @cssproperty [--candor-border] - Hairlines. Default: follows the text.
 * @cssproperty [--candor-accent] - Fill of the buttons. Default: the text's colour.
 * @cssproperty [--candor-accent-text] - Text on that fill. Default: black or white, whichever reads better.
 */
export class CandorRecords extends Surface {
  static override styles = [controlStyles, surfaceStyles, panelStyles, recordsStyles];

  /** While it is open, what is printed is it and not the page. */
  private paper: CSSStyleSheet | undefined;

  constructor() {
    super('preferences');
  }

  override async show(): Promise<void> {
    await super.show();
    if (!this.open || this.paper) return;
    this.paper = new CSSStyleSheet();
    this.paper.replaceSync(printStyles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.paper];
  }

  override hide(): void {
    super.hide();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.paper);
    this.paper = undefined;
  }

  protected render(): TemplateResult | typeof nothing {
    const { consent, msg } = this.controller;
    if (!consent || !this.open) return nothing;
    const records = consent.exportRecords();
    return html`<dialog class="surface" part="records" aria-labelledby="title" @close=${this.closed}>
      <header part="header" role="none">
        <h2 id="title" part="title" tabindex="-1">
          ${msg('My consent record', { id: 'records.title', desc: 'Heading of the visitor’s own records of consent' })}
        </h2>
        ${closeMark(msg('Close', { id: 'embed.close', desc: 'Name of the × button of a small dialog' }), () => this.hide())}
      </header>
      <div class="scroller" part="content" tabindex="0" role="group" aria-labelledby="title">
        <p part="description">
          ${
            records.length
              ? msg('Every decision on this device, the newest first.', {
                  id: 'records.description',
                  desc: 'First sentence above the records',
                })
              : msg('Nothing has been decided on this device yet.', {
                  id: 'records.none',
                  desc: 'In the place of the records',
                })
          }
        </p>
        ${records
          .filter(isReadable)
          .reverse()
          .map((record) => this.entry(record))}
      </div>
      <footer class="choices" part="footer" role="none">
        <button type="button" part="print" data-consent-action="print" @click=${this.print}>
          ${msg('Print', { id: 'records.print', desc: 'Button' })}
        </button>
        <button
          type="button"
          part="download"
          data-consent-action="download"
          @click=${() => this.download(consent.exportRecords())}
        >
          ${msg('Save as a file (JSON)', { id: 'records.download', desc: 'Button: downloads the records' })}
        </button>
      </footer>
    </dialog>`;
  }

  private entry({ receiptId, event, controller, purposes, notice, context, ending }: ConsentRecord): TemplateResult {
    const { msg, locale, text } = this.controller;
    const { surface, trusted, time, state } = event;
    const { language } = notice;
    const place = surfaceWords(msg, surface);
    const policy = link(
      notice.policyUrl ?? undefined,
      [msg('Privacy policy', { id: 'rights.policy', desc: 'Link' }), notice.policyVersion].filter(Boolean).join(', '),
    );
    const contact = controller.contact ?? undefined;
    return html`<article part="entry" aria-labelledby="at-${receiptId}">
      <h3 part="entry-title" id="at-${receiptId}">
        <span part="state">${eventWords(msg)[state] ?? state}</span>
        <time part="time" datetime=${time}>${this.date(time, true)}</time>
      </h3>
      <table part="table">
        <thead>
          <tr>
            <th part="column" scope="col">
              ${msg('Purpose', { id: 'embed.purpose', desc: 'Label before the title of one or more categories' })}
            </th>
            <th part="column" scope="col">${msg('Answer', { id: 'records.answer', desc: 'Heading of a column' })}</th>
            <th part="column" scope="col">
              ${msg('Until', { id: 'records.until', desc: 'Heading of a column of dates' })}
            </th>
          </tr>
        </thead>
        <tbody>
          ${purposes.map((purpose) => this.purpose(purpose))}
        </tbody>
      </table>
      <dl part="facts">
        ${fact(
          msg('How', { id: 'records.how', desc: 'Label before where and how an answer was given' }),
          trusted || surface === 'none'
            ? place
            : fill(msg('{place}, by a script', { id: 'records.by-script', desc: '{place}: where it was' }), { place }),
        )}
        ${fact(
          msg('Responsible', { id: 'rights.controller', desc: 'The legal person that answers for the data' }),
          text(controller.name ?? undefined),
        )}
        ${fact(
          msg('Contact', { id: 'rights.contact', desc: 'Label before a link' }),
          link(contact, contact?.replace(/^mailto:|^https?:\/\//, '')),
        )}
        ${fact(msg('Based on', { id: 'records.policy', desc: 'Label before a link to the privacy policy' }), policy)}
        ${fact(
          msg('Law of', { id: 'records.jurisdiction', desc: 'Label before a country or region' }),
          context.jurisdiction && regionName(context.jurisdiction, locale),
        )}
        ${fact(
          msg('Kept for', { id: 'service.retention', desc: 'How long the data is kept; a duration follows' }),
          ending.retentionDays && formatDuration(`P${ending.retentionDays}D`, locale),
        )}
        ${fact(
          msg('To withdraw', { id: 'records.withdrawal', desc: 'Label before how consent is withdrawn' }),
          msg('“Withdraw everything” in Cookie settings, or one switch there, at any time.', {
            id: 'records.withdrawal-text',
            desc: 'How consent is withdrawn; “Withdraw everything” is a button',
          }),
        )}
        ${fact(msg('Number', { id: 'records.number', desc: 'Label before the number of a record' }), receiptId)}
      </dl>
      ${
        notice.text
          ? html`<details part="details">
              <summary part="summary">
                ${msg('The text you saw', { id: 'records.text', desc: 'Unfolds the words of the banner or panel at that time' })}
              </summary>
              <p class="seen" part="shown" lang=${language} dir=${directionOf(language)}>${notice.text}</p>
              ${notice.textSha256 ? html`<p class="hash" part="hash">SHA-256 ${notice.textSha256}</p>` : nothing}
            </details>`
          : nothing
      }
    </article>`;
  }

  private purpose(purpose: RecordedPurpose): TemplateResult {
    const { msg, locale, text } = this.controller;
    const { id, title, legalBasis, expires, recipients } = purpose;
    // Candor's own name is there in every language.
    const name = title === BUILT_IN_TITLES[id] ? (categoryTexts(msg)[id]?.title ?? title) : text(title);
    const granted = (recipients ?? [])
      .filter((recipient) => recipient.granted)
      .map((recipient) => text(recipient.name)!);
    return html`<tr>
      <th part="cell" scope="row">
        ${name}
        ${granted.length ? html`<small>${new Intl.ListFormat(locale, { type: 'unit' }).format(granted)}</small>` : nothing}
        ${legalBasis?.article ? html`<small>${legalBasis.article}</small>` : nothing}
      </th>
      <td part="cell">${answerWords(msg, purpose)}</td>
      <td part="cell">${expires ? this.date(expires) : '–'}</td>
    </tr>`;
  }

  private date(time: string, withClock = false): string {
    const date = new Date(time);
    return Number.isNaN(date.getTime())
      ? time
      : new Intl.DateTimeFormat(this.controller.locale, {
          dateStyle: 'medium',
          ...(withClock && { timeStyle: 'short' }),
        }).format(date);
  }

  private readonly print = (): void => {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = true;
    print();
  };

  private download(records: readonly ConsentRecord[]): void {
    const file = new Blob([JSON.stringify(records, null, 2)], { type: 'application/json' });
    const href = URL.createObjectURL(file);
    Object.assign(document.createElement('a'), { href, download: FILE_NAME }).click();
    // Not before the browser has begun to read it.
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  /** By Escape; not one that was closed before this one opened, which tells late. */
  private readonly closed = (event: Event): void => {
    if (event.target === this.presented && !(event.target as HTMLDialogElement).open) this.hide();
  };
}
