/** "16 May 2031", or in Hindi "16 मई 2031"; what is no date comes back as it is. */
export const formatDay = (iso: string, language: 'en' | 'hi'): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const month = date.toLocaleString(language === 'hi' ? 'hi-IN' : 'en-GB', { month: 'long', timeZone: 'UTC' });
  return `${String(date.getUTCDate())} ${month} ${String(date.getUTCFullYear())}`;
};

/** "INR 2,50,000.00" with Indian grouping for rupees, "USD 1,240.00" otherwise. */
export const formatMoney = (value: number, currency: string | null): string => {
  const digits = value.toLocaleString(currency === 'INR' ? 'en-IN' : 'en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return currency ? `${currency} ${digits}` : digits;
};

const amountName = /amount|total|pay$|premium|rent|deposit|insured|assured|fee|price|balance|tax$|emi|salary|charges?$|cost|idv|value/i;

/** A field's value as people write it. */
export const formatValue = (name: string, value: string, currency: string | null, language: 'en' | 'hi'): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language);
  if (amountName.test(name) && /^-?\d+(?:\.\d{1,2})?$/.test(value)) return formatMoney(Number(value), currency);
  return value;
};

/** Whole years from a birthday to today. */
export const yearsBetween = (from: string, to: string): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
