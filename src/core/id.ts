/**
 * Ids of categories and services share one namespace: lower-case letters, digits and hyphens, so that the cookie is
 * readable by a person and needs no escaping. Names that every object inherits are refused, because sites look ids up
 * in plain objects.
 */
const ID = /^(?!(?:constructor|prototype)$)[a-z0-9-]+$/;

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
