/** The classes of the elements. Importing them registers nothing; `define` does. */
export { CandorBanner } from './ui/banner/candor-banner.js';
export { CandorPreferences } from './ui/preferences/candor-preferences.js';
export { CandorRequest } from './ui/request/candor-request.js';
export { CandorButton } from './ui/button/candor-button.js';
export { CandorEmbed } from './ui/embed/candor-embed.js';
export type { SurfaceElement } from './ui/shared/surface-element.js';
