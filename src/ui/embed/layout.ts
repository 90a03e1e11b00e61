/** How the placeholder stands in the room there is; as a button where there is too little. */
export type Layout = 'column' | 'row' | 'button';

/** @param placeholder The larger its words, the more room they need. */
export function layoutFor({ offsetWidth, offsetHeight }: HTMLElement, placeholder: Element): Layout {
  const scale = Math.max(1, parseFloat(getComputedStyle(placeholder).fontSize) / 16);
  const [width, height] = [offsetWidth / scale, offsetHeight / scale];
  if (width < 220 || height < 64 || (height < 128 && width < 480)) return 'button';
  return height < 200 && width >= 480 ? 'row' : 'column';
}
