import { readCompareQuery } from '../compare-sample/compare-query.js';
import { cookieConsentConfig } from './config.js';

// The global that the package's script leaves.
void window.CookieConsent.run(cookieConsentConfig(readCompareQuery().language));
