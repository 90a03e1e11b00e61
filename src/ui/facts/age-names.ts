import { FULL_AGE } from '../../core/full-age.js';
import type { AgeBand } from '../../core/subject.js';
import { fill } from '../../core/text.js';
import type { Msg } from '../i18n/msg.js';

/**
 * The age groups in words, the youngest first; there is none between where a guardian decides until full age.
 *
 * @param age Under it a guardian decides.
 */
export function ageNames(msg: Msg, age: number): Map<AgeBand, string> {
  const words = { age: `${age}`, last: `${FULL_AGE - 1}`, full: `${Math.max(FULL_AGE, age)}` };
  const names = new Map<AgeBand, string>([
    ['child', msg('Under {age}', { id: 'age.child', desc: 'Answer to the question for the age' })],
  ]);
  if (age < FULL_AGE) {
    names.set(
      'teen',
      age < FULL_AGE - 1
        ? msg('{age} to {last}', { id: 'age.teen', desc: 'Answer: from one age to another' })
        : msg('{age}', { id: 'age.teen-year', desc: 'Answer: one age alone' }),
    );
  }
  names.set('adult', msg('{full} or over', { id: 'age.adult', desc: 'Answer to the question for the age' }));
  for (const [band, name] of names) names.set(band, fill(name, words));
  return names;
}
