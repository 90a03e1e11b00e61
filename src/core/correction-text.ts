import type { Correction } from './palette.js';

/** What became of a colour of `theme`, and what to do, without a full stop. */
export function correctionText({ given, ratio, scheme, used }: Correction): string {
  if (!given)
    return `this is no colour that hides what is behind it, and ${used} is used; write one, such as \`#0b56a3\``;
  return `in the ${scheme} scheme it reaches less than ${ratio}:1 against what it stands on, and ${used} is used; write a colour that does, or one for each scheme with \`light-dark()\``;
}
