import { checkPages } from './check-pages.js';

checkPages('zh');
