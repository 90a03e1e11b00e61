/** A page that shows many pictures side by side, so that a person can look at all of them. */

export interface Picture {
  /** Name of the file, beside the page. */
  readonly file: string;
  /** What the picture is one of; each has a heading. */
  readonly chapter: string;
  /** What stands in one row of a chapter. */
  readonly row: string;
}

const figure = ({ file, chapter }: Picture): string => {
  const caption = file.replace(`${chapter} `, '').replace(/\.\w+$/, '');
  const address = encodeURIComponent(file);
  return `<a href="${address}"><figure><img src="${address}" alt="" loading="lazy"><figcaption>${caption}</figcaption></figure></a>`;
};

const anchorOf = (chapter: string): string => chapter.replaceAll(' ', '-');

/** The page, as a document; pictures stand in the order in which they were taken. */
export function contactSheet(pictures: readonly Picture[]): string {
  const chapters = [...new Set(pictures.map(({ chapter }) => chapter))];
  const sections = chapters.map((chapter) => {
    const own = pictures.filter((picture) => picture.chapter === chapter);
    const rows = [...new Set(own.map(({ row }) => row))].map((row) => {
      const figures = own.filter((picture) => picture.row === row).map(figure);
      return `<h3>${row}</h3><div>${figures.join('')}</div>`;
    });
    return `<section id="${anchorOf(chapter)}"><h2>${chapter}</h2>${rows.join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Layouts: ${pictures.length} pictures</title>
<style>
body { margin: 24px; background: #808080; color: #000; font: 14px/20px system-ui, sans-serif; }
nav { position: sticky; top: 0; padding-block: 8px; background: #808080; }
nav a { margin-inline-end: 16px; }
div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
figure { margin: 0; }
figcaption { max-width: 320px; font-size: 12px; }
img { display: block; height: 240px; }
a { color: inherit; }
section { scroll-margin-top: 48px; }
</style>
</head>
<body>
<h1>Layouts: ${pictures.length} pictures</h1>
<nav>${chapters.map((chapter) => `<a href="#${anchorOf(chapter)}">${chapter}</a>`).join('')}</nav>
${sections.join('\n')}
</body>
</html>
`;
}
