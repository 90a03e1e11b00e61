import type { FormerAnswers, FormerTool } from './former-tool.js';

/** A page may be forbidden to touch its storage: a sandboxed frame, a browser setting. */
function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

/** The values of all cookies of that name: a browser may hold one of this host and one of a parent domain. */
const cookiesOf = (name: string): string[] =>
  (attempt(() => document.cookie) ?? '')
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));

const entriesOf = (name: string): string[] => {
  const text = attempt(() => localStorage.getItem(name));
  return text ? [text] : [];
};

/**
 * What a tool has kept on this device: in its cookie, else in localStorage. Cookies of one name that say different things are
 * none.
 *
 * @param names Of the cookie, or of the key in localStorage.
 */
export function findAnswers(tool: FormerTool, names: readonly string[] = tool.names): FormerAnswers | undefined {
  const time = tool.timeName && cookiesOf(tool.timeName)[0];
  for (const name of names) {
    for (const texts of [cookiesOf(name), entriesOf(name)]) {
      const found = texts.map((text) => tool.read(text, time)).filter((answers) => answers !== undefined);
      if (new Set(found.map((answers) => JSON.stringify(answers))).size > 1) return undefined;
      if (found[0]) return found[0];
    }
  }
  return undefined;
}
