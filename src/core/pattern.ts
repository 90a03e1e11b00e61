/** Whether a name is what a pattern says: `*` stands for any characters, all others for themselves. */
export function matches(pattern: string, name: string): boolean {
  const [start = '', ...inner] = pattern.split('*');
  const end = inner.pop();
  if (end === undefined) return pattern === name;
  if (!name.startsWith(start)) return false;
  let position = start.length;
  for (const part of inner) {
    const found = name.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return name.length - end.length >= position && name.endsWith(end);
}
