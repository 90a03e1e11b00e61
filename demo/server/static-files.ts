import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import sirv from 'sirv';

/** Answers with a file; `missing` is called where there is none. */
export type Files = (request: IncomingMessage, response: ServerResponse, path: string, missing: () => void) => void;

const require = createRequire(import.meta.url);

/** The vendors' own files, as npm has them, by their address. */
const VENDORS: Readonly<Record<string, string>> = {
  '/vendor/posthog/array.no-external.js': require.resolve('posthog-js/dist/array.no-external.js'),
  '/vendor/mixpanel/mixpanel.min.js': require.resolve('mixpanel-browser/dist/mixpanel.min.js'),
  '/vendor/sensors/sensorsdata.min.js': require.resolve('sa-sdk-javascript/sensorsdata.min.js'),
  '/vendor/amplitude/amplitude.umd.js':
    require.resolve('@amplitude/analytics-browser/lib/scripts/amplitude-min.umd.js'),
  '/vendor/leaflet/leaflet.js': require.resolve('leaflet/dist/leaflet.js'),
  '/vendor/leaflet/leaflet.css': require.resolve('leaflet/dist/leaflet.css'),
  '/vendor/vanilla-cookieconsent/cookieconsent.umd.js': require.resolve('vanilla-cookieconsent'),
  '/vendor/vanilla-cookieconsent/cookieconsent.css': require.resolve('vanilla-cookieconsent/dist/cookieconsent.css'),
};

/** A range that starts behind its end, or is no range, is as good as none. */
function forgetStrangeRange({ headers }: IncomingMessage): void {
  const [, start = '', end = ''] = /^bytes=(\d{1,9})-(\d{0,9})$/.exec(headers.range ?? '') ?? [];
  if (start === '' || (end !== '' && Number(end) < Number(start))) delete headers.range;
}

/**
 * The files of a folder. They are looked for each time, so that a rebuild shows without a restart.
 *
 * @param unchanging Paths whose content never changes, because a hash of it stands in them.
 */
export function filesOf(folder: string, unchanging?: RegExp): Files {
  const serve = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) =>
      response.setHeader('Cache-Control', unchanging?.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  return (request, response, path, missing) => {
    forgetStrangeRange(request);
    request.url = encodeURI(path);
    serve(request, response, missing);
  };
}

/** The vendors' files that the pages ask for, and nothing else of their packages. */
export function vendorFiles(): Files {
  const files = new Map(
    Object.entries(VENDORS).map(([address, file]) => [
      address,
      { name: basename(file), serve: filesOf(dirname(file)) },
    ]),
  );
  return (request, response, path, missing) => {
    const file = files.get(path);
    if (file) file.serve(request, response, `/${file.name}`, missing);
    else missing();
  };
}
