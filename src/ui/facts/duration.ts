import { remember } from './remember.js';

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/**
 * An ISO 8601 duration in words: `P1Y6M` → "1 year, 6 months". What is none is shown as it stands. By number and list
 * formats, which every browser has, instead of `Intl.DurationFormat`, which does the same.
 */
export const formatDuration = remember((duration, locale) => {
  const [, ...counts] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const parts = counts.flatMap((count: string | undefined, index) =>
    count
      ? new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[index] as string, unitDisplay: 'long' }).format(
          Number(count),
        )
      : [],
  );
  return new Intl.ListFormat(locale, { type: 'unit', style: 'long' }).format(parts) || duration;
});
