/** Leaves out of the script tag's files what libraries have and Candor does not use. */
import type { Plugin } from 'vite';

/**
 * Modules of @lit/localize in fewer words: every message is a plain text with an id (the extraction's own test sees to that),
 * so nothing is needed that makes ids from texts, or fills templates.
 */
const LOCALIZE: Readonly<Record<string, string>> = {
  'default-msg': 'export const defaultMsg = (template) => template;',
  'runtime-msg': 'export const runtimeMsg = (templates, template, options) => templates?.[options.id] ?? template;',
};

export const plainLocalize: Plugin = {
  name: 'plain-localize',
  enforce: 'pre',
  load: (id) => LOCALIZE[/@lit\/localize\/internal\/([\w-]+)\.js$/.exec(id)?.[1] ?? ''],
};

const LIT = 'lit-html/lit-html.js';

/**
 * What is left out of libraries: the end of the module's path, the code, and what takes its place. The code is that of the
 * version that is installed; with another the build stops here, and somebody has to look.
 */
const LEFT_OUT: readonly (readonly [path: string, code: string, instead: string])[] = [
  // Nobody hears of a language that our own copy of @lit/localize loads; a host's copy tells the same window of its own.
  ['@lit/localize/init/runtime.js', 'window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail }));', ''],
  // Templates of SVG and MathML by themselves: ours stand inside HTML.
  [LIT, '2===i?"<svg>":3===i?"<math>":""', '""'],
  [LIT, '+(2===i?"</svg>":3===i?"</math>":"")', ''],
  [LIT, ',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', ',0);'],
  // Directives, and what only they look at; no template of ours has one.
  [
    LIT,
    'let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'return i}',
  ],
  [LIT, 'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [LIT, ':6===r.type&&(i=new Z(h,this,t))', ':0'],
  [LIT, 'get _$AU(){return this._$AM._$AU}u(', 'u('],
  [LIT, 'get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  [LIT, 'get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
  [LIT, 'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  [LIT, 'this._$AP?.(!1,!0,s);', ';'],
  [LIT, 'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  // Templates compiled beforehand, and bindings in comments.
  [
    LIT,
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
  [LIT, 'else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
  // What is told to polyfills and to other copies of Lit on the page.
  [LIT, 'B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', 'B=0;'],
];

export const leaveOut: Plugin = {
  name: 'leave-out',
  enforce: 'pre',
  transform: (code, id) => {
    const parts = LEFT_OUT.filter(([path]) => id.endsWith(path));
    for (const [path, part, instead] of parts) {
      if (!code.includes(part)) throw new Error(`${path} has changed: ${part} is not there`);
      code = code.replace(part, () => instead);
    }
    return parts.length ? { code, map: null } : null;
  },
};

/** Names that Lit keeps to itself, in fewer letters: all of Lit is in the banner's file. */
export const shortNames: Plugin = {
  name: 'short-names',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('lit-html/lit-html.js')
      ? {
          code: code
            .replace(/_\$A([A-Z])\b/g, '$$$1')
            .replace(/_\$C([a-z])\b/g, '$$$1')
            .replace(/_\$lit([A-Z])\w+\$/g, '$$$1_'),
          map: null,
        }
      : null,
};
