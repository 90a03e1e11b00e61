/**
 * Ids of categories and services share one namespace: lower-case letters, digits and hyphens, so that the cookie is
 * readable by a person and needs no escaping; and none is a name that every object has, because sites look ids up in one.
 */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^(?!constructor$)[a-z0-9-]+$/.test(value);
