import { mountLeftBrowser } from './left-browser.js';

mountLeftBrowser();
