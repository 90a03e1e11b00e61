import schema from 'candor-consent/schema.json';
import { jsonLanguage } from '@codemirror/lang-json';
import type { EditorState, Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { getJsonPointers, jsonCompletion, jsonSchemaHover, stateExtensions } from 'codemirror-json-schema';
import { parse } from 'jsonc-parser';
import { schemaForHelp } from './reading/schema-for-help.js';

const help = schemaForHelp(schema) as NonNullable<Parameters<typeof stateExtensions>[0]>;

/** Reads what can be read of a text in the making. */
const jsonParser = (state: EditorState): { data: unknown; pointers: ReturnType<typeof getJsonPointers> } => ({
  data: parse(state.doc.toString(), [], { allowTrailingComma: true }) as unknown,
  pointers: getJsonPointers(state, 'json4'),
});

/** Suggests the keys and values of Candor's schema, and says on hovering what they mean. */
export const schemaHelp: Extension = [
  stateExtensions(help),
  jsonLanguage.data.of({ autocomplete: jsonCompletion({ jsonParser }) }),
  hoverTooltip(jsonSchemaHover()),
];
