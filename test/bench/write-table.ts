import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const README = 'README.md';

/**
 * Prints a table and writes it into the README, between `<!-- name -->` and `<!-- /name -->`.
 *
 * @param rows The head first; cells are separated by ` | `.
 */
export async function writeTable(name: string, [head = '', ...rows]: readonly string[]): Promise<void> {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const line = head.replaceAll(/[^|]+/g, '---');
  const table = [head, line, ...rows].map((row) => `| ${row} |\n`).join('');
  console.log(table);
  const readme = await readFile(README, 'utf8');
  const [before, rest = ''] = readme.split(begin);
  await writeFile(
    README,
    await format(`${before}${begin}${table}${rest.slice(rest.indexOf(end))}`, {
      ...(await resolveConfig(README)),
      filepath: README,
    }),
  );
}
