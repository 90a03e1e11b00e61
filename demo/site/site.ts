import { mountAskButtons } from './ask-buttons.js';
import { mountKeepChoices } from './keep-choices.js';
import { mountLeftBrowser } from './left-browser.js';
import { mountPushWorker } from './push-worker.js';

mountLeftBrowser();
// Missing where the script was blocked: the page must work all the same.
mountKeepChoices(window.candor);
mountPushWorker(window.candor);
mountAskButtons();
