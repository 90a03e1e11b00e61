import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A map that a provider of maps would serve: dots of land, in the tiles that map libraries ask for. */
const LAND = fileURLToPath(new URL('../public/map.svg', import.meta.url));

const TILE_PIXELS = 256;
const MOST_ZOOM = 8;
/** The dotted map shows every four degrees from 178° W and 76° N. */
const DEGREES = 4;
const WEST = -178;
const NORTH = 76;

interface Point {
  /** From 0 in the west to 1 in the east. */
  readonly x: number;
  /** From 0 in the north to 1 in the south, in the projection of web maps (EPSG:3857). */
  readonly y: number;
}

function project(longitude: number, latitude: number): Point {
  const angle = (latitude * Math.PI) / 180;
  return { x: (longitude + 180) / 360, y: (1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2 };
}

/** The dots of the path in the site's own map: `M30 0h9.1` are ten of them in row 0, from column 30. */
function readLand(): Point[] {
  const runs = readFileSync(LAND, 'utf8').matchAll(/M(\d+) (\d+)h([\d.]+)/g);
  return [...runs].flatMap(([, column = '', row = '', length = '']) =>
    Array.from({ length: Math.floor(Number(length)) + 1 }, (_, step) =>
      project(WEST + DEGREES * (Number(column) + step), NORTH - DEGREES * Number(row)),
    ),
  );
}

let land: readonly Point[] | undefined;

const STYLE = `path{fill:none;stroke:#c3cacd;stroke-linecap:round}rect{fill:#f3f5f4}
@media(prefers-color-scheme:dark){path{stroke:#465259}rect{fill:#151b1e}}`;

/**
 * One tile as SVG; the same address always has the same answer.
 *
 * @param path `/<zoom>/<x>/<y>.svg`, as in `https://tile.example/{z}/{x}/{y}.svg`.
 * @returns Nothing where there is no such tile.
 */
export function tile(path: string): string | undefined {
  const [zoom = -1, column = -1, row = -1] = (/^\/(\d+)\/(\d+)\/(\d+)\.svg$/.exec(path) ?? []).slice(1).map(Number);
  const tiles = 2 ** zoom;
  if (zoom < 0 || zoom > MOST_ZOOM || column >= tiles || row >= tiles) return undefined;
  land ??= readLand();
  const size = TILE_PIXELS * tiles;
  const width = (size * DEGREES) / 360 / 2;
  const isNear = (position: number): boolean => position > -width && position < TILE_PIXELS + width;
  const dots = land
    .map(({ x, y }) => [x * size - column * TILE_PIXELS, y * size - row * TILE_PIXELS] as const)
    .filter(([x, y]) => isNear(x) && isNear(y))
    .map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE_PIXELS}" height="${TILE_PIXELS}"><style>${STYLE}</style><rect width="100%" height="100%"/><path stroke-width="${width.toFixed(1)}" d="${dots.join('')}"/></svg>`;
}
