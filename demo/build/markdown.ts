import MarkdownIt from 'markdown-it';
import type { Highlight } from './highlight.js';

/** Markdown to HTML: headings carry an id, so that they can be linked to; code is coloured. Raw HTML stays text. */
export function createMarkdown(highlight: Highlight): (source: string) => string {
  const markdown = new MarkdownIt({ html: false, typographer: false, highlight });
  markdown.renderer.rules['heading_open'] = (tokens, index, options, _env, self) => {
    const title = tokens[index + 1]?.content ?? '';
    const id = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    tokens[index]?.attrSet('id', id);
    return self.renderToken(tokens, index, options);
  };
  // A wide table scrolls by itself and is reached by keyboard.
  markdown.renderer.rules['table_open'] = () => '<div class="table" tabindex="0" role="group"><table>\n';
  markdown.renderer.rules['table_close'] = () => '</table></div>\n';
  return (source) => markdown.render(source);
}
