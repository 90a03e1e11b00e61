/** Plain CSS: this element works without Lit. */
export const buttonStyles = `
:host {
  --_inset: max(var(--candor-inset, 16px), env(safe-area-inset-bottom, 0px));
  color-scheme: light;
  display: block;
  position: fixed !important;
  z-index: 2147483646 !important;
  inset: auto auto var(--_inset) !important;
  inset-inline-start: var(--_inset) !important;
  margin: 0 !important;
}
:host([data-position^='top']) {
  inset-block: var(--_inset) auto !important;
}
:host([data-position$='end']) {
  inset-inline: auto var(--_inset) !important;
}
:host([inline]) {
  display: inline-block;
  position: static !important;
}
button {
  min-height: 44px;
  padding: 8px 16px;
  border: 1px solid var(--candor-border, light-dark(#dcdfe3, #3b4148));
  border-radius: 22px;
  background: var(--candor-background, light-dark(#fff, #1d2024));
  box-shadow: 0 2px 10px rgb(17 24 39 / 0.1);
  color: var(--candor-color, light-dark(#1f2328, #f2f4f6));
  font: inherit;
  font-size: 14px;
  line-height: 1.3;
  cursor: pointer;
}
:host([inline]) button {
  padding: 8px 0;
  border: 0;
  background: none;
  box-shadow: none;
  color: inherit;
  font-size: inherit;
}
button:hover {
  text-decoration: underline;
  text-underline-offset: 3px;
}
button:focus-visible {
  outline: 2px solid;
  outline-offset: 2px;
}
:host([data-scheme='dark']) {
  color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  :host(:not([data-scheme='light'])) {
    color-scheme: dark;
  }
}
@media print {
  :host {
    display: none !important;
  }
}
`;
