/** The scripts of a piece of HTML, as far as this page cares for them. */
export interface HtmlScripts {
  /** The JSON of Candor's config. */
  readonly config: string | undefined;
  /** What other inline scripts hold. */
  readonly scripts: readonly string[];
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
const CONFIG_ID = /\bid\s*=\s*["']?candor-config(?=["'\s/]|$)/i;

export function readHtml(text: string): HtmlScripts {
  const all = [...text.matchAll(SCRIPT)].map(([, attributes = '', content = '']) => ({ attributes, content }));
  return {
    config: all.find(({ attributes }) => CONFIG_ID.test(attributes))?.content.trim(),
    scripts: all.filter(({ attributes }) => !CONFIG_ID.test(attributes)).map(({ content }) => content),
  };
}
