/** Plain CSS: this element works without Lit. */
export const buttonStyles = `
:host {
  --_inset: max(var(--candor-inset, 16px), env(safe-area-inset-bottom));
  position: fixed !important;
  z-index: 2147483646 !important;
  inset-block: auto var(--_inset) !important;
  inset-inline: var(--_inset) auto !important;
  color-scheme: light dark;
}
:host([data-position^='top']) {
  inset-block: var(--_inset) auto !important;
}
:host([data-position$='end']) {
  inset-inline: auto var(--_inset) !important;
}
button {
  min-height: 44px;
  padding: 8px 16px;
  border: 1px solid var(--candor-border, #8886);
  border-radius: 22px;
  background-color: var(--candor-background, Canvas);
  box-shadow: 0 2px 10px #0002;
  color: var(--candor-color, CanvasText);
  font: inherit;
  font-size: 14px;
  cursor: pointer;
}
:host {
  display: inline-flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
}
:host([hidden]) {
  display: none;
}
svg {
  margin-inline-start: 4px;
  vertical-align: -2px;
}
[part='status'] {
  display: inline-block;
  padding: 4px 8px;
  border-radius: 8px;
  background-color: var(--candor-background, Canvas);
  color: var(--candor-color, CanvasText);
  font-size: 13px;
}
:host([inline]) [part='status'] {
  padding: 0;
  background: none;
  color: inherit;
  font-size: inherit;
}
button:hover {
  text-decoration: underline;
}
button:active {
  box-shadow: inset 0 0 0 99px color-mix(in srgb, currentcolor 12%, #0000);
}
button:focus-visible {
  outline: 2px solid;
  outline-offset: 2px;
}
:host([inline]) {
  position: static !important;
}
:host([inline]) button {
  padding: 0;
  border: 0;
  background: none;
  box-shadow: none;
  color: inherit;
  font-size: inherit;
  text-align: start;
  text-decoration: underline;
  text-underline-offset: 3px;
}
@media print {
  :host {
    display: none !important;
  }
}
`;
