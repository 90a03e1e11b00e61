import { createCssVariablesTheme, createHighlighter, type ShikiTransformer } from 'shiki';

const LANGUAGES = ['html', 'js', 'ts', 'json', 'css', 'sh', 'http', 'tsx', 'vue', 'svelte'] as const;

/** Code to coloured HTML, its colours being custom properties of the site's style sheet. */
export type Highlight = (code: string, language: string) => string;

/** Colours as classes (`token-keyword`): a strict Content Security Policy forbids style attributes. */
const classes: ShikiTransformer = {
  pre(node) {
    delete node.properties['style'];
  },
  span(node) {
    const token = /--code-token-([\w-]+)/.exec(String(node.properties['style']))?.[1];
    delete node.properties['style'];
    if (token) node.properties['class'] = `token-${token}`;
  },
};

export async function createHighlight(): Promise<Highlight> {
  const theme = createCssVariablesTheme({ name: 'site', variablePrefix: '--code-' });
  const highlighter = await createHighlighter({ themes: [theme], langs: [...LANGUAGES] });
  return (code, language) =>
    highlighter
      .codeToHtml(code.trimEnd(), {
        lang: (LANGUAGES as readonly string[]).includes(language) ? language : 'text',
        theme: 'site',
        transformers: [classes],
      })
      .replace('<pre ', '<pre data-language="' + (language || 'text') + '" ');
}
