const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

/**
 * A finding as the console shows it, one line each.
 *
 * @param path Where: a key of the config, an attribute, an element, a cookie.
 * @param value What stands there; long ones are cut.
 * @param message What is wrong and what to do, without a full stop.
 */
export const findingLine = (path: string, value: unknown, message: string): string =>
  `- ${path} = ${show(value)}: ${message}.`;
