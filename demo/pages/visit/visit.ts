import { mountFindSite } from './find-site.js';
import { mountPushOptIn } from './push-opt-in.js';

mountFindSite();
mountPushOptIn();
