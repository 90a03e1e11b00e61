/**
 * Whether an address is meant by a rule as `block` of the config has them: a host, with `*.` before it for all below it as well,
 * and what the path begins with.
 */
export function matchesAddress(rule: string, { host, hostname, pathname, search }: URL): boolean {
  const [, any, name, path = ''] = /^(\*\.)?([^/]*)(.*)$/.exec(rule)!;
  const wanted = name!.toLowerCase();
  const own = wanted.includes(':') ? host : hostname;
  return (own === wanted || (!!any && own.endsWith(`.${wanted}`))) && (pathname + search).startsWith(path);
}
