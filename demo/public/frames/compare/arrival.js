// Runs first in both frames of the comparison and notes how each library arrives: see `Arrival` in demo/pages/compare/arrival.ts.
window.arrival = { focused: [] };

// The comparison takes the focus back to its reader, and does not want to be scrolled; the call says what the library does.
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (options) {
  window.arrival.focused.push(this);
  focus.call(this, { ...options, preventScroll: true });
};

for (const [target, type] of [
  [document, 'candor-show'],
  [window, 'cc:onModalShow'],
]) {
  target.addEventListener(type, () => {
    window.arrival.shownAt ??= performance.now();
  });
}
