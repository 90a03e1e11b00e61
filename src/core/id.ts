/**
 * Ids of categories and services share one namespace: lower-case letters, digits and hyphens, so that the cookie is
 * readable by a person and needs no escaping, and no id is `__proto__`.
 */
export const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]+$/.test(value);
