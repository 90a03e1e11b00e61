import { createConsent, type Config, type Consent } from 'candor-consent';
import type { GalleryState } from '../../pages/gallery/state.js';

/** By the script tag, from a server that answers the request for the panel as the state wants it. */
function startByTag(config: Config, language: string, panel: string): Promise<Consent> {
  document.documentElement.lang = language;
  const json = document.createElement('script');
  json.type = 'application/json';
  json.id = 'candor-config';
  json.text = JSON.stringify(config);
  const tag = document.createElement('script');
  tag.src = `/slow-candor/${panel}/candor.js`;
  tag.dataset['manual'] = '';
  document.head.append(json, tag);
  return new Promise((resolve, reject) => {
    tag.onload = () => (window.candor ? resolve(window.candor) : reject(new Error('The tag started nothing')));
    tag.onerror = () => reject(new Error(`${tag.src} cannot be loaded`));
  });
}

/** Candor with the state's config and answers; nothing is shown yet, and nothing is kept in this browser. */
export async function startCandor(state: GalleryState, config: Config, language: string): Promise<Consent> {
  if (state.panel) return startByTag(config, language, state.panel);
  const { answered, answeredAt: revision, subject } = state;
  const before = revision ? { ...config, revision, changes: [] } : config;
  const consent = createConsent(before, { locale: language, storage: 'memory', manual: true });
  if (subject) consent.setSubject(subject);
  if (answered) consent.update(answered, { method: 'save' });
  if (revision) consent.replaceConfig(config);
  return consent;
}
