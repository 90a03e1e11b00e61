/** How high an embed is whose template tells no size, in pixels. */
const UNSIZED = 200;

/**
 * Gives an embed the size of what its template will bring, before anything of the interface is there, so that neither the
 * placeholder nor the content moves what stands below. The template's first sized element counts: the `aspect-ratio` of its
 * `style`, else its `width` and `height` in pixels, else its `height`. The page's own CSS for the embed wins over all.
 */
export function holdPlace(embed: HTMLElement): void {
  const sized = embed.querySelector('template')?.content.querySelector<HTMLElement>('[height],[style*=ratio]');
  const width = sized?.getAttribute('width');
  const height = sized?.getAttribute('height') ?? UNSIZED;
  // No number, when the width is none or a percentage; browsers skip a declaration that makes no sense.
  const ratio = sized?.style.aspectRatio || Number(width) / Number(height);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `:host{display:block;max-width:100%;width:${width}px;${ratio ? `aspect-ratio:${ratio}` : `height:${height}px`}`,
  );
  (embed.shadowRoot ?? embed.attachShadow({ mode: 'open' })).adoptedStyleSheets = [sheet];
}

/**
 * {@link holdPlace} from the element's first frame until something serves it. The parser may stop within an embed; whatever it
 * has read by a frame is heeded before that frame is painted.
 */
export function keepPlace(embed: HTMLElement): void {
  // What serves it has added a sheet of its own, and follows the markup from then on.
  if (embed.shadowRoot?.adoptedStyleSheets[1]) return;
  holdPlace(embed);
  if (document.readyState === 'loading') requestAnimationFrame(() => keepPlace(embed));
}
