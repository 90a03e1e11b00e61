import { translator } from '../../site/translator.js';
import './arrival.js';
import { contrastOf } from './contrast.js';
import type { FrameWindow, Library } from './library.js';

const text = translator(
  {
    size: '{first} and {second} px',
    contrast: '{ratio} : 1',
    stays: 'stays where it is',
    moves: 'is moved into the banner',
    role: 'role “{role}”',
    modal: 'role “{role}”, said to be modal',
    kept: 'cookie {name}',
    nothing: 'nothing',
    switches: '{count} × role “{role}”',
  },
  {
    size: '{first} 与 {second} 像素',
    contrast: '{ratio} : 1',
    stays: '留在原处',
    moves: '被移入横幅',
    role: '角色“{role}”',
    modal: '角色“{role}”，声明为模态',
    kept: 'Cookie {name}',
    nothing: '无',
    switches: '{count} 个，角色“{role}”',
  },
);

/** What can be read off a frame, by the names that the table's rows carry. */
export type Measured = Partial<
  Record<'requests' | 'size' | 'contrast' | 'height' | 'focus' | 'role' | 'switches' | 'left', string>
>;

const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }).format(value);

const box = (element: Element): string => {
  const { width, height } = element.getBoundingClientRect();
  return `${number(width)} × ${number(height)}`;
};

/** Requests for the library's files that were answered before its banner stood. */
const requests = (page: FrameWindow, { files }: Library): number =>
  new Set(
    page.performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.includes(files) && startTime < (page.arrival?.shownAt ?? 0))
      .map(({ name }) => name),
  ).size;

function roleOf(region: Element | null): string | undefined {
  const role = region?.getAttribute('role') ?? (region?.matches('dialog') ? 'dialog' : undefined);
  return role && text(region?.getAttribute('aria-modal') === 'true' ? 'modal' : 'role', { role });
}

/** Measures what stands in a frame now; what does not stand is left out. */
export function measureFrame(page: FrameWindow, library: Library): Measured {
  const measured: Measured = {
    left: page.document.cookie.includes(`${library.cookie}=`)
      ? text('kept', { name: library.cookie })
      : text('nothing'),
  };
  const banner = library.banner(page);
  const find = (selector: string): Element | null => banner?.querySelector(selector) ?? null;
  const [accept, reject, manage] = [library.accept, library.reject, library.manage].map(find);
  if (banner && accept && reject && manage) {
    const region = banner instanceof page.Element && banner.matches(library.region) ? banner : find(library.region);
    // Theirs draws a label of its own inside the button.
    const labels = [accept, reject, manage].map((button) => button.firstElementChild ?? button);
    const role = roleOf(region);
    Object.assign(measured, {
      requests: number(requests(page, library)),
      size: text('size', { first: box(reject), second: box(accept) }),
      contrast: text('contrast', { ratio: number(Math.min(...labels.map(contrastOf)), 1) }),
      height: `${number(Math.min(...[accept, reject, manage].map((button) => button.getBoundingClientRect().height)))} px`,
      focus: text(page.arrival?.focused.some((element) => banner.contains(element)) ? 'moves' : 'stays'),
      ...(role && { role }),
    });
  }
  const switches = Array.from(library.panel(page)?.querySelectorAll(library.switches) ?? []);
  const [first] = switches;
  if (first) {
    const role = first.getAttribute('role') ?? (first as HTMLInputElement).type;
    measured.switches = text('switches', { count: number(switches.length), role });
  }
  return measured;
}
