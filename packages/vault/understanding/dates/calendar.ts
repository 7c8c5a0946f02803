const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** YYYY-MM-DD, or null for a date that does not exist or lies outside 1900..2150. */
export function isoDate(year: number, month: number, day: number): string | null {
  const last = month === 2 && !isLeap(year) ? 28 : daysIn[month - 1];
  if (last === undefined || day < 1 || day > last || year < 1900 || year > 2150) return null;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function lastDayOf(year: number, month: number): number {
  return month === 2 && !isLeap(year) ? 28 : daysIn[month - 1] ?? 31;
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(iso: string, months: number): string | null {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = (index % 12) + 1;
  return isoDate(y, m, Math.min(day, lastDayOf(y, m)));
}

export function addDays(iso: string, days: number): string | null {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at) || Math.abs(days) > 200_000) return null;
  const date = new Date(at + days * 86_400_000);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Two-digit years: up to twenty years ahead is this century, the rest the last one. */
export function fullYear(year: number, today: string): number {
  if (year >= 100) return year;
  const now = Number(today.slice(0, 4));
  const century = Math.floor(now / 100) * 100;
  return year <= (now % 100) + 20 ? century + year : century - 100 + year;
}
