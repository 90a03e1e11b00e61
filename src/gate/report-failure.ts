const reported = new Set<string>();

/**
 * Says once that a released script did not come: its address is wrong, or something on the visitor's device blocks it. A script
 * that throws is reported by the browser itself.
 *
 * @param ids The category or service it was released for.
 */
export function reportFailure(ids: string, { target }: Event): void {
  const { src } = target as HTMLScriptElement;
  const what = src || 'an inline module';
  const key = `${ids} ${what}`;
  if (reported.has(key)) return;
  reported.add(key);
  console.warn(
    `Candor: a script of ${ids} did not load: ${what}. Its address is wrong, or an ad blocker or policy forbids it; everything else goes on.`,
  );
}
