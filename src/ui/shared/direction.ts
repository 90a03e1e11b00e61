const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'];

/** The direction a language is written in. By script, because not every browser has `Intl.Locale#getTextInfo`. */
export const directionOf = (locale: string): 'rtl' | 'ltr' =>
  RIGHT_TO_LEFT.includes(new Intl.Locale(locale || 'en').maximize().script ?? '') ? 'rtl' : 'ltr';
