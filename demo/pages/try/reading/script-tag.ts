/**
 * What goes into a page's head: the config, and the script that reads it.
 *
 * @param json A text that is JSON.
 */
export const scriptTag = (json: string): string =>
  // In JSON a `<` stands in strings only; escaped, no text can end the script element.
  `<script type="application/json" id="candor-config">
${json.trim().replaceAll('<', '\\u003c')}
</script>
<script src="/candor/candor.js"></script>
`;
