import * as z from './zod.js';

export const id = z
  .string()
  .regex(/^(?!constructor$)[a-z0-9-]+$/)
  .meta({ description: 'Lower-case letters, digits and hyphens. Categories and services share one namespace.' });
