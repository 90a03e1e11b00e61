import type { Consent } from '../../core/consent.js';
import { newsOf } from '../../core/news.js';
import { speak } from '../i18n/localization.js';
import { openSurface } from '../open-surface.js';
import { explaining } from '../shared/explanation.js';
import './define.js';
import { explain } from './explain.js';
import { hideFloatingControl } from './hide-floating-control.js';
import { onSeen } from './on-seen.js';
import { onToldElsewhere } from './on-told-elsewhere.js';

Object.assign(explaining, { explain, speak: (consent: Consent) => speak(consent, 'preferences') });

/** The config's revision that was told of last, here or in another tab. */
const told = new WeakMap<Consent, number>();

/** Says what the visitor has not been told of changes: once, which is kept as soon as it was seen, and is no answer. */
export async function open(consent: Consent, isDue: () => boolean = () => true): Promise<void> {
  const { config, decision } = consent;
  const { revision = 1 } = config;
  const { untold } = newsOf(config, decision, [], Date.now() / 1000);
  const changes = untold.map(({ change }) => change);
  const isTold = (): boolean => told.get(consent) === revision;
  /** What is asked comes first, and says it all. */
  const isFree = (): boolean => isDue() && !isTold() && !consent.pending.length;
  const keep = (): void => {
    if (isTold()) return;
    told.set(consent, revision);
    consent.update({}, { method: 'told' });
    if (!changes.length) return;
    // On the consent object for its own listeners, then on the document.
    for (const [type, target] of [
      ['told', consent as unknown as EventTarget],
      ['candor-told', document],
    ] as const) {
      target.dispatchEvent(new CustomEvent(type, { detail: { changes } }));
    }
  };
  if (!isFree()) return;
  // What has changed is asked where it is needed, or concerns nothing that is here: the next page need not look again.
  if (!changes.length) return keep();

  const shown = await openSurface(consent, { surface: 'notice', changes }, isFree, (element) => {
    element.told = untold;
    element.read = keep;
  });
  if (!shown) return;
  const stop = [
    hideFloatingControl(),
    onSeen(shown, keep),
    onToldElsewhere(config.cookie?.name ?? 'candor', revision, () => {
      told.set(consent, revision);
      shown.hide();
    }),
  ];
  shown.addEventListener('close', () => stop.forEach((end) => end()), { once: true });
}
