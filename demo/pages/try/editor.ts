import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, undo } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { CHINESE_PHRASES } from './editor-phrases.js';
import { editorTheme } from './editor-theme.js';
import type { Range } from './reading/position.js';

export interface Marked extends Range {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface Editor {
  readonly text: string;
  /** UTF-16 units, without building the text. */
  readonly length: number;
  /** Puts another text in place of all; one undo brings the old one back. */
  replace(text: string): void;
  undo(): void;
  /** Underlines these, and nothing else. */
  mark(marks: readonly Marked[]): void;
  /** Selects a place, brings it into sight and puts the keyboard there. */
  jump(range: Range): void;
}

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Id of the element that says how to leave it by keyboard. */
  readonly describedBy: string;
  readonly isChinese: boolean;
  readonly onChange: () => void;
}

const NEAR = ['focusin', 'pointerover'] as const;

export function createEditor({ parent, text, label, describedBy, isChinese, onChange }: EditorOptions): Editor {
  const help = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.phrases.of(isChinese ? CHINESE_PHRASES : {}),
        EditorState.tabSize.of(2),
        lineNumbers(),
        foldGutter(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        highlightSpecialChars(),
        highlightSelectionMatches(),
        drawSelection(),
        history(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        lintGutter(),
        json(),
        help.of([]),
        EditorView.lineWrapping,
        // A file is opened by the page, not pasted where it falls.
        Prec.highest(EditorView.domEventHandlers({ drop: (event) => !!event.dataTransfer?.files.length })),
        // Escape and then Tab leaves the editor: CodeMirror sees to that itself.
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': label, 'aria-describedby': describedBy }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && onChange()),
        editorTheme,
      ],
    }),
  });

  // Keys and their meaning are there once somebody comes near.
  const loadHelp = async (): Promise<void> => {
    for (const type of NEAR) view.dom.removeEventListener(type, loadHelp);
    const { doc } = view.state;
    const { schemaHelp } = await import('./schema-help.js');
    view.dispatch({ effects: help.reconfigure(schemaHelp) });
    // Who has begun to write meanwhile gets suggestions now.
    if (view.hasFocus && view.state.doc !== doc) startCompletion(view);
  };
  for (const type of NEAR) view.dom.addEventListener(type, loadHelp);

  const within = ({ offset, length }: Range): { from: number; to: number } => {
    const from = Math.min(offset, view.state.doc.length);
    return { from, to: Math.min(from + length, view.state.doc.length) };
  };

  return {
    get text() {
      return view.state.doc.toString();
    },
    get length() {
      return view.state.doc.length;
    },
    replace(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        annotations: isolateHistory.of('full'),
        scrollIntoView: true,
      });
    },
    undo() {
      undo(view);
      view.focus();
    },
    mark(marks) {
      const diagnostics = marks.map(({ severity, message, ...range }) => ({ severity, message, ...within(range) }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    jump(range) {
      const { from, to } = within(range);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
  };
}
