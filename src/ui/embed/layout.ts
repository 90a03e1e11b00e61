/** How the placeholder stands in the room there is; as a button where there is too little. */
export type Layout = 'column' | 'row' | 'button';

export function layoutFor({ offsetWidth, offsetHeight }: HTMLElement): Layout {
  if (offsetWidth < 220 || offsetHeight < 64 || (offsetHeight < 128 && offsetWidth < 480)) return 'button';
  return offsetHeight < 200 && offsetWidth >= 480 ? 'row' : 'column';
}
