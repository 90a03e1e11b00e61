/** The tag `candor-block.js`, which stands behind the inline config and before everything else. */
import { holdFirst } from './gate/block/hold-first.js';

const { src } = document.currentScript as HTMLScriptElement;

/** The inline config. Undefined where there is none; `candor.js` explains what is no JSON. */
function readInline(): unknown {
  const inline = document.getElementById('candor-config');
  if (!inline) {
    console.warn(
      'Candor: candor-block.js finds no #candor-config before it and holds nothing until the config is in; put the config into the page, before this tag.',
    );
    return undefined;
  }
  try {
    return JSON.parse((inline as HTMLScriptElement).text);
  } catch {
    return {};
  }
}

holdFirst(readInline(), src);
