/** What a page needs only once somebody decides, or wants to: not at the start of every page view. */
export { attend } from './attend.js';
export { follow, sweep } from './clean-up.js';
export { identify } from './identify.js';
export { reportFailure } from './gate/report-failure.js';
export { fold, unfold } from './gate/templates.js';
