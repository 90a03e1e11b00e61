import { translator } from '../../site/translator.js';

const text = translator(
  { unknown: 'Not known', eea: 'European Economic Area (EEA)' },
  { unknown: '未知', eea: '欧洲经济区（EEA）' },
);

/** A region code in words, the code beside them: `United States (US-CA)`. What is no code stands for itself. */
export function regionName(code: string, locale: string): string {
  if (code === '') return text('unknown');
  if (code === 'EEA') return text('eea');
  try {
    const [country = code] = code.split('-');
    const name = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? code;
    return name === code ? code : locale.startsWith('zh') ? `${name}（${code}）` : `${name} (${code})`;
  } catch {
    return code;
  }
}
