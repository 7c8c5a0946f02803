const browsers: [RegExp, string][] = [[/Edg(?:A|iOS)?\//, 'Edge'], [/OPR\//, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Firefox\/|FxiOS\//, 'Firefox'], [/Chrome\/|CriOS\//, 'Chrome'], [/Safari\//, 'Safari']];
const systems: [RegExp, string][] = [[/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/CrOS/, 'ChromeOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'Mac'], [/Linux/, 'Linux']];

const find = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome, Windows" of a browser's user agent; null where it is none that we know. */
export const deviceName = (userAgent: string | null): string | null => [find(browsers, userAgent ?? ''), find(systems, userAgent ?? '')].filter(Boolean).join(', ') || null;

export const isPhone = (userAgent: string | null): boolean => /iPhone|Android.+Mobile/.test(userAgent ?? '');
