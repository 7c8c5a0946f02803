const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A stretch of time in its two largest units: "2 days 3 hours", "59 minutes". Never less than a minute. */
export const spell = (ms: number, locale: string): string => {
  const write = (value: number, unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const minutes = Math.max(1, Math.ceil(ms / minuteMs));
  const [days, hours, rest] = [Math.floor((minutes * minuteMs) / dayMs), Math.floor(((minutes * minuteMs) % dayMs) / hourMs), minutes % 60];
  const parts = [[days, 'day'], [hours, 'hour'], [rest, 'minute']] as const;
  const first = parts.findIndex(([value]) => value > 0);
  return parts.slice(first, first + 2).filter(([value]) => value > 0).map(([value, unit]) => write(value, unit)).join(' ');
};

/** Hours as people say them: days where they are whole. */
export const spellHours = (hours: number, locale: string): string => spell(hours * hourMs, locale);
