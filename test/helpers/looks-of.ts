/**
 * What cannot be read, pressed or refused as easily as accepted, in words; runs in the page.
 *
 * @param tag Of the element that is shown.
 */
export function looksOf(tag: string): string[] {
  const root = document.querySelector(tag)!.shadowRoot!;
  const faults: string[] = [];

  const read = (colour: string): number[] => {
    const probe = document.createElement('i');
    probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
    document.body.append(probe);
    const numbers = getComputedStyle(probe)
      .color.match(/-?[\d.]+(e-?\d+)?/g)!
      .map(Number);
    probe.remove();
    return [...numbers.slice(0, 3), numbers[3] ?? 1];
  };
  const luminance = (colour: readonly number[]): number => {
    const [red, green, blue] = colour.map((channel) =>
      channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: readonly number[], other: readonly number[]): number => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter! + 0.05) / (darker! + 0.05);
  };
  /** The first ground behind the words that hides what is behind it. */
  const groundOf = (element: Element): readonly number[] => {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const ground = read(getComputedStyle(each).backgroundColor);
      if (ground[3] === 1) return ground;
    }
    return [1, 1, 1];
  };

  for (const element of root.querySelectorAll('h2, h3, h4, p, a, button, summary, select, dd, dt')) {
    if (!element.checkVisibility() || !element.textContent?.trim() || element.closest('[aria-disabled]')) continue;
    const ratio = contrast(read(getComputedStyle(element).color), groundOf(element));
    const wanted = element.matches('[part=description]') ? 7 : 4.5;
    if (ratio < wanted)
      faults.push(`${element.localName} ${element.getAttribute('part') ?? ''}: ${ratio.toFixed(2)}:1`);
  }

  for (const element of root.querySelectorAll('button[data-consent-action], [role=switch]')) {
    const { width, height } = element.getBoundingClientRect();
    const isSmall = element.matches('[data-consent-service]');
    if (!isSmall && element.checkVisibility() && (width < 43.5 || height < 43.5)) {
      faults.push(`${element.getAttribute('part')} is ${width} × ${height}`);
    }
  }

  const box = root.querySelector('.surface')!;
  if (box.scrollHeight > box.clientHeight + 1 && !/auto|scroll/.test(getComputedStyle(box).overflowY)) {
    faults.push(`${box.scrollHeight - box.clientHeight} pixels are cut off at the foot`);
  }

  const [reject, other] = Array.from(root.querySelectorAll('.choices button'), (button) => getComputedStyle(button));
  if (!reject || !other) return [...faults, 'there are no two answers'];
  for (const key of ['backgroundColor', 'color', 'fontSize', 'fontWeight', 'borderTopWidth', 'borderRadius'] as const) {
    if (reject[key] !== other[key]) faults.push(`the answers differ in ${key}: ${reject[key]}, ${other[key]}`);
  }
  const fill = root.querySelector('.choices button')!;
  const stands = contrast(groundOf(fill), groundOf(box));
  if (stands < 3) faults.push(`the answers stand out ${stands.toFixed(2)}:1`);
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return faults;
}
