/**
 * The path of a request, decoded.
 *
 * @returns Nothing where it is malformed or wants out of the site: `/%`, `/../x`, an address of another host.
 */
export function pathOf(url: string | undefined): string | undefined {
  const raw = url?.split('?', 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  const isOutside = path.split('/').some((segment) => segment === '..' || segment === '.');
  return path.startsWith('/') && !path.startsWith('//') && !isOutside && !/[\\\p{Cc}]/u.test(path) ? path : undefined;
}
