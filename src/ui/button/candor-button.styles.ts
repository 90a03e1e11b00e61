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
  cursor: pointer;
}
button,
[part='status'] {
  border: 1px solid var(--candor-border, #8886);
  border-radius: 22px;
  background-color: var(--candor-background, Canvas);
  box-shadow: 0 2px 10px #0002;
  color: var(--candor-color, CanvasText);
  font: inherit;
  font-family: var(--candor-font, inherit);
  font-size: max(14px, 0.875em);
}
:host {
  display: inline-flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 8px;
}
:host(:not([inline])) {
  font-size: var(--candor-font-size, medium) !important;
}
:host([hidden]) {
  display: none;
}
svg {
  margin-inline-start: 4px;
  vertical-align: -2px;
}
[part='status'] {
  padding: 8px 16px;
  line-height: 1.4;
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
:host([inline]) :is(button, [part='status']) {
  padding: 0;
  border: 0;
  background: none;
  box-shadow: none;
  color: inherit;
  font-size: inherit;
}
:host([inline]) button {
  text-align: start;
  text-decoration: underline;
  text-underline-offset: 3px;
}
@media (prefers-contrast: more) {
  button,
  [part='status'] {
    border-color: currentcolor;
  }
}
@media print {
  :host {
    display: none !important;
  }
}
`;
