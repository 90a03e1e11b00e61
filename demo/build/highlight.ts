import { createCssVariablesTheme, createHighlighter } from 'shiki';

const LANGUAGES = ['html', 'js', 'ts', 'json', 'css', 'sh', 'http', 'tsx', 'vue', 'svelte'] as const;

/** Code to coloured HTML, its colours being custom properties of the site's style sheet. */
export type Highlight = (code: string, language: string) => string;

export async function createHighlight(): Promise<Highlight> {
  const theme = createCssVariablesTheme({ name: 'site', variablePrefix: '--code-' });
  const highlighter = await createHighlighter({ themes: [theme], langs: [...LANGUAGES] });
  return (code, language) =>
    highlighter
      .codeToHtml(code.trimEnd(), {
        lang: (LANGUAGES as readonly string[]).includes(language) ? language : 'text',
        theme: 'site',
      })
      .replace('<pre ', '<pre data-language="' + (language || 'text') + '" ');
}
