/** What a view does with its markup once it stands in the page; what it returns runs when it leaves. */
export type View = (root: HTMLElement) => void | (() => void);

export interface RouterOptions {
  /** Where the views stand. */
  readonly outlet: HTMLElement;
  /** The path of the first view: `/console/`. */
  readonly base: string;
  /** By path behind the base, without slashes at its ends; `missing` is for any other. */
  readonly views: Readonly<Record<string, View>> & { readonly missing: View };
  /** Each time that a view stands. */
  readonly onShow: (path: string) => void;
}

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;

/** Shows the view of the address, and goes from view to view without loading a page: by links, back and forward. */
export function startRouter({ outlet, base, views, onShow }: RouterOptions): void {
  let leave: (() => void) | void;

  const viewPath = (pathname: string): string => pathname.slice(base.length).replace(/\/$/, '');

  const show = (): void => {
    const path = viewPath(location.pathname);
    const name = path === '' ? 'overview' : Object.hasOwn(views, path) && path !== 'overview' ? path : 'missing';
    const template = document.querySelector<HTMLTemplateElement>(`template[data-view="${name}"]`);
    leave?.();
    outlet.replaceChildren(...(template ? [document.importNode(template.content, true)] : []));
    leave = views[name]?.(outlet);
    onShow(path);
  };

  /** Says to a screen reader that the view is another, and lets the keyboard go on from its top. */
  const focusHeading = (): void => outlet.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : undefined;
    if (!link || !isPlainClick(event) || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || !link.pathname.startsWith(base) || link.hash) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, '', link.href);
    show();
    scrollTo({ top: 0, behavior: 'instant' });
    focusHeading();
  });
  addEventListener('popstate', () => {
    show();
    focusHeading();
  });
  show();
}
