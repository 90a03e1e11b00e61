/** The classes of the elements. Importing them registers nothing; `define` does. */
export { CandorBanner } from './ui/banner/candor-banner.js';
export { CandorPreferences } from './ui/preferences/candor-preferences.js';
export { CandorRecords } from './ui/records/candor-records.js';
export { CandorRequest } from './ui/request/candor-request.js';
export { CandorNotice } from './ui/notice/candor-notice.js';
export { CandorAge } from './ui/age/candor-age.js';
export { CandorImported } from './ui/imported/candor-imported.js';
export { CandorGuardian } from './ui/guardian/candor-guardian.js';
export { CandorButton } from './ui/button/candor-button.js';
export { CandorEmbed } from './ui/embed/candor-embed.js';
export { CandorDeclaration } from './ui/declaration/candor-declaration.js';
export type { SurfaceElement } from './ui/shared/surface-element.js';
