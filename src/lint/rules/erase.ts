import { declarationsOf, refusalOf, refusalText } from '../../core/erasure.js';
import { isObject, type Finding } from './finding.js';

/** Names in `erase` that would take away what is not the tracker's. */
export function tooMuchErased(config: unknown): Finding[] {
  if (!isObject(config)) return [];
  const declarations = declarationsOf(config);
  return declarations.flatMap((declaration): Finding[] => {
    const also = refusalOf(declaration, declarations);
    const { path, pattern: value } = declaration;
    return also ? [{ path, value, severity: 'error', message: refusalText(also) }] : [];
  });
}
