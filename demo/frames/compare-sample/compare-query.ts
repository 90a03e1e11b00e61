/** What the comparison asks of its frames, in their address. */
export interface CompareQuery {
  readonly language: 'en' | 'zh-Hans';
  readonly scheme: 'light' | 'dark';
}

export function readCompareQuery(): CompareQuery {
  const query = new URLSearchParams(location.search);
  return {
    language: query.get('language') === 'zh-Hans' ? 'zh-Hans' : 'en',
    scheme: query.get('scheme') === 'dark' ? 'dark' : 'light',
  };
}

export const compareAddress = (library: 'candor' | 'cookieconsent', query: CompareQuery): string =>
  `/frames/compare-${library}/?${new URLSearchParams({ ...query }).toString()}`;

/** Of a default look of another tool, drawn. */
export const drawingAddress = (of: string, language: CompareQuery['language']): string =>
  `/frames/compare-drawing/?${new URLSearchParams({ of, language }).toString()}`;
