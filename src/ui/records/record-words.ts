import type { RecordedEvent, RecordedPurpose } from '../../core/record.js';
import type { Msg } from '../i18n/msg.js';

/** What happened, as a heading. */
export const eventWords = (msg: Msg): Readonly<Record<RecordedEvent['state'], string>> => ({
  given: msg('You agreed', { id: 'records.given', desc: 'What happened; a heading' }),
  refused: msg('You refused', { id: 'records.refused', desc: 'What happened; a heading' }),
  partial: msg('You agreed to a part', { id: 'records.partial', desc: 'What happened; a heading' }),
  withdrawn: msg('You withdrew your consent', { id: 'records.withdrawn', desc: 'What happened; a heading' }),
  objected: msg('You objected', { id: 'records.objected', desc: 'What happened; a heading' }),
  expired: msg('Your answer ran out', { id: 'records.expired', desc: 'What happened; a heading' }),
  shown: msg('You were told of a change', { id: 'records.shown', desc: 'What happened; a heading' }),
  signal: msg('A signal changed what is allowed', { id: 'records.signal', desc: 'What happened; a heading' }),
});

/** The answer for one purpose. */
export function answerWords(msg: Msg, { state, granted }: RecordedPurpose): string {
  switch (state) {
    case 'necessary':
      return msg('Always on', { id: 'preferences.always-on', desc: 'Stands in the place of a switch' });
    case 'expired':
      return msg('Run out', { id: 'records.run-out', desc: 'State of an answer whose time is over' });
    case 'unanswered':
      if (!granted) return msg('Not answered', { id: 'records.unanswered', desc: 'State of an answer' });
  }
  return granted
    ? msg('Yes', { id: 'records.yes', desc: 'State of an answer' })
    : msg('No', { id: 'records.no', desc: 'State of an answer' });
}

/** Where it happened. */
export function surfaceWords(msg: Msg, surface: string): string {
  switch (surface) {
    case 'banner':
      return msg('In the banner', { id: 'records.in-banner', desc: 'Where an answer was given' });
    case 'preferences':
      return msg('In Cookie settings', { id: 'records.in-preferences', desc: 'Where an answer was given: the panel' });
    case 'request':
      return msg('In a dialog of its own', { id: 'records.in-request', desc: 'Where an answer was given' });
    case 'embed':
      return msg('On embedded content', { id: 'records.in-embed', desc: 'Where an answer was given' });
    case 'guardian':
      return msg('By a parent or guardian', { id: 'records.in-guardian', desc: 'Where an answer was given' });
    case 'notice':
      return msg('In a notice', { id: 'records.in-notice', desc: 'Where the visitor was told of a change' });
    case 'none':
      return msg('By itself, when its time was over', { id: 'records.by-time', desc: 'How an answer ended' });
    default:
      return msg('On the page', { id: 'records.on-page', desc: 'Where an answer was given: by a control of the page' });
  }
}
