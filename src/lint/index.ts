export { lintConfig, type Finding } from './lint-config.js';
