import type { Consent } from '../core/consent.js';
import { correctionText } from '../core/correction-text.js';
import { COLOURS } from '../core/looks.js';
import type { Finding } from './finding.js';

/**
 * Colours of the config, or of the page's style sheets, that are not used as they are: nobody could read what is written with
 * them. Known once what dresses the elements is there, which a config without a theme never asks for.
 *
 * @param found Called when there may be something to tell.
 */
export function followColours(consent: Consent, found: () => void): () => Finding[] {
  let corrections: Parameters<typeof correctionText>[0][] = [];
  const learn = (): void => {
    void consent.theme()?.then((dresser) => {
      corrections = [...(dresser?.corrections(consent) ?? [])];
      if (corrections.length) found();
    });
  };
  document.addEventListener('candor-show', learn);
  consent.addEventListener('destroy', () => document.removeEventListener('candor-show', learn));
  learn();
  return () =>
    corrections.map((correction) => {
      const { key } = correction;
      const configured = consent.config.theme?.[key];
      return {
        path: configured ? `theme.${key}` : COLOURS[key],
        value: configured ?? correction.given,
        message: correctionText(correction),
      };
    });
}
