/** What a surface owes to visitors with colours, paper and pace of their own, and does not keep, in words. These functions run in the page. */

/** What is asked of colours: the least contrasts (WCAG 2.2, 1.4.3 and 1.4.11), and whether every control shows that it is one. */
export interface Wanted {
  readonly words: number;
  readonly signs: number;
  /** Whether each control is told from words by more than a fill: forced colours leave none. */
  readonly marked: boolean;
}

/** Of what is shown by an element: words, edges, switches, and the ring around the focus. */
export function colourFaults([tag, { words, signs, marked }]: readonly [tag: string, Wanted]): string[] {
  const faults: string[] = [];
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  type Colour = readonly [number, number, number, number];

  /** Red, green, blue and opacity, however the colour is written. */
  const colourOf = (text: string): Colour => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!, alpha! / 255];
  };
  const over = ([red, green, blue, alpha]: Colour, under: Colour): Colour => [
    red * alpha + under[0] * (1 - alpha),
    green * alpha + under[1] * (1 - alpha),
    blue * alpha + under[2] * (1 - alpha),
    1,
  ];
  const luminance = (colour: Colour): number => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [dark, light] = [luminance(one), luminance(other)].sort((less, more) => less - more);
    return (light! + 0.05) / (dark! + 0.05);
  };
  const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo);

  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

  /** What is seen behind the words of an element. */
  const behind = (element: Element | null): Colour => {
    if (!element) {
      const probe = document.createElement('i');
      probe.style.color = 'Canvas';
      document.documentElement.append(probe);
      const canvas = colourOf(styleOf(probe).color);
      probe.remove();
      return canvas;
    }
    const own = colourOf(styleOf(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(parentOf(element)));
  };
  const reaches = (text: string, background: Colour, least: number): boolean =>
    contrast(over(colourOf(text), background), background) >= least;

  /** The colours of the sides that have a line. */
  const edgesOf = (style: CSSStyleDeclaration): string[] =>
    ['top', 'right', 'bottom', 'left']
      .filter((side) => parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1)
      .map((side) => style.getPropertyValue(`border-${side}-color`))
      .filter((colour) => colourOf(colour)[3] > 0);
  const hasEdge = (style: CSSStyleDeclaration, backgrounds: readonly Colour[]): boolean =>
    edgesOf(style).some((colour) => backgrounds.some((background) => reaches(colour, background, signs)));

  const elementsOf = (parent: Element | ShadowRoot): Element[] =>
    Array.from(parent.children).flatMap((child) => [
      child,
      ...(child.shadowRoot ? elementsOf(child.shadowRoot) : []),
      ...elementsOf(child),
    ]);
  const seen = elementsOf(document.querySelector(tag)!.shadowRoot!).filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const nameOf = (element: Element): string =>
    element.getAttribute('data-consent-action') ??
    element.getAttribute('part') ??
    `${element.localName} ${element.textContent?.trim().slice(0, 20)}`;
  const fault = (element: Element, what: string): void => void faults.push(`${nameOf(element)}: ${what}`);

  if (!seen.some((element) => element.textContent?.trim())) faults.push('nothing is said');
  for (const element of seen) {
    const hasWords = Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
    );
    if (hasWords && !reaches(styleOf(element).color, behind(element), words)) fault(element, 'words');
    if (edgesOf(styleOf(element)).length && !hasEdge(styleOf(element), [behind(element), behind(parentOf(element))])) {
      fault(element, 'edge');
    }
  }

  const CONTROLS = 'button, a, select, summary, input, textarea';
  for (const element of seen.filter((each) => each.matches(CONTROLS))) {
    const own = behind(element);
    const around = behind(parentOf(element));
    const signOf = (pseudo: string): boolean => {
      const style = styleOf(element, pseudo);
      const isDrawn = style.content !== 'none' && style.content !== 'normal';
      return isDrawn && (hasEdge(style, [own]) || reaches(style.backgroundColor, own, signs));
    };
    const isMarked =
      // Drawn by the engine, with its own colours.
      element.matches('select, input, textarea, summary') ||
      hasEdge(styleOf(element), [around, own]) ||
      styleOf(element).textDecorationLine.includes('underline') ||
      element.querySelector('path') !== null ||
      signOf('::before') ||
      signOf('::after');
    if (marked && !isMarked) fault(element, 'neither edge nor line nor sign');
  }

  // The opt-out icon has colours of its own, by law.
  for (const path of seen.filter((each) => each.matches(':not([part=icon]) > path'))) {
    const { stroke, fill } = styleOf(path);
    const isSeen = [stroke, fill].some((colour) => colour !== 'none' && reaches(colour, behind(path), signs));
    if (!isSeen) fault(path.closest('button') ?? path, 'sign');
  }

  for (const element of seen.filter((each) => each.matches('[role=switch]'))) {
    const { ariaChecked } = element;
    const around = behind(element);
    const places = ['true', 'false'].map((checked) => {
      element.ariaChecked = checked;
      const track = styleOf(element, '::before');
      const knob = styleOf(element, '::after');
      const ground = over(colourOf(track.backgroundColor), around);
      if (!reaches(knob.backgroundColor, ground, signs)) fault(element, `knob where it is ${checked}`);
      if (!hasEdge(track, [around])) fault(element, `edge where it is ${checked}`);
      return knob.left;
    });
    if (places[0] === places[1]) fault(element, 'on and off differ by colour alone');
    element.ariaChecked = ariaChecked;
  }

  for (const element of seen.filter((each) => each.matches(`${CONTROLS}, [tabindex='0']`))) {
    (element as HTMLElement).focus({ preventScroll: true });
    // What stands behind a dialog takes no focus.
    if (!element.matches(':focus')) continue;
    const isRing = (style: CSSStyleDeclaration): boolean =>
      style.outlineStyle !== 'none' &&
      parseFloat(style.outlineWidth) >= 2 &&
      reaches(style.outlineColor, behind(parseFloat(style.outlineOffset) < 0 ? element : parentOf(element)), signs);
    if (!isRing(styleOf(element)) && !isRing(styleOf(element, '::before'))) fault(element, 'no ring around the focus');
  }
  return faults;
}

/** Of what moves, or would once something is pressed, longer than a millisecond. */
export function motionFaults(tag: string): string[] {
  const elementsOf = (parent: Element | ShadowRoot): Element[] =>
    Array.from(parent.children).flatMap((child) => [
      child,
      ...(child.shadowRoot ? elementsOf(child.shadowRoot) : []),
      ...elementsOf(child),
    ]);
  const outer = document.querySelector(tag)!;
  const all = [document.documentElement, outer, ...elementsOf(outer.shadowRoot!)];
  const milliseconds = (times: string): number =>
    Math.max(...times.split(',').map((time) => parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
  const moving = all.flatMap((element) =>
    [undefined, '::before', '::after', '::backdrop', '::details-content'].flatMap((pseudo) => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(
        element,
        pseudo,
      );
      const longest = Math.max(
        milliseconds(transitionDuration),
        animationName === 'none' ? 0 : milliseconds(animationDuration),
      );
      const name = `${element.localName}${pseudo ?? ''}`;
      return [
        ...(longest > 1 ? [`${name} moves for ${longest} ms`] : []),
        ...(scrollBehavior === 'auto' ? [] : [`${name} scrolls smoothly`]),
      ];
    }),
  );
  const running = document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 1)
    .map((animation) => `an animation runs: ${(animation as CSSAnimation).animationName ?? animation.id}`);
  return [...moving, ...running];
}

/** Whether a surface is a layer over the page, content of it, or a document of its own that is printed without the page. */
export type Printed = 'never' | 'with the page' | 'alone';

/** Of what is on the paper that should not be, or is not and should. `page` is what stands for the page around the surface. */
export function printFaults([tag, page, printed]: readonly [tag: string, page: string, printed: Printed]): string[] {
  const elementsOf = (parent: Element | ShadowRoot): Element[] =>
    Array.from(parent.children).flatMap((child) => [
      child,
      ...(child.shadowRoot ? elementsOf(child.shadowRoot) : []),
      ...elementsOf(child),
    ]);
  const outer = document.querySelector(tag)!;
  const faults: string[] = [];
  const expect = (isSo: boolean, fault: string): void => void (isSo || faults.push(fault));
  expect(outer.checkVisibility() === (printed !== 'never'), `${tag} is ${printed === 'never' ? '' : 'not '}printed`);
  expect(
    document.querySelector(page)!.checkVisibility() === (printed !== 'alone'),
    `the page is ${printed === 'alone' ? '' : 'not '}printed`,
  );
  const { content } = getComputedStyle(document.documentElement, '::after');
  expect(/^(none|normal)$/.test(content), 'the room for the banner is printed');
  const everything = elementsOf(document.documentElement).filter((element) => element.checkVisibility());
  const floating = everything.filter(
    (element) =>
      getComputedStyle(element).position === 'fixed' ||
      (printed !== 'alone' && element.matches(':modal, :popover-open')),
  );
  return [...faults, ...floating.map(({ localName }) => `${localName} floats over what is printed`)];
}
