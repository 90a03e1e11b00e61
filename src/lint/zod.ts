/** zod as Candor uses it: its pages run under strict Content Security Policies, so it must not try `new Function`. */
import { config } from 'zod';

// Before the first schema is made, in whatever file that stands.
config({ jitless: true });

export * from 'zod';
