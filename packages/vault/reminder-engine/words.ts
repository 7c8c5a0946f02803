import { daysBetween } from './local-time.ts';

/** What a date in a document is to its reminder. */
export type DateField = 'expiryDate' | 'dueDate' | 'endDate';

type Words = {
  titles: Readonly<Record<DateField, (document: string) => string>>;
  ahead(days: number): string;
  due(date: string, when: string, past: boolean): string;
  late(date: string): string;
  renewed(document: string): string;
  renewedBody(old: string): string;
  escalated(title: string, person: string): string;
  unnamed: string;
};

const english: Words = {
  titles: { expiryDate: (document) => `${document} expires`, dueDate: (document) => `${document} is to be paid`, endDate: (document) => `${document} ends` },
  ahead: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : days > 0 ? `in ${days} days` : `${-days} days ago`),
  due: (date, when, past) => (past ? `The day was ${date}, ${when}.` : `The day is ${date}, ${when}.`),
  late: (date) => `This message is late: it was meant for ${date}.`,
  renewed: (document) => `Is ${document} the renewal?`,
  renewedBody: (old) => `If so, “${old}” can be marked as done.`,
  escalated: (title, person) => `${title}: ${person} has not answered`,
  unnamed: 'a member of your family',
};

const hindi: Words = {
  titles: { expiryDate: (document) => `${document} की अवधि समाप्त होगी`, dueDate: (document) => `${document} का भुगतान करना है`, endDate: (document) => `${document} समाप्त होगा` },
  ahead: (days) => (days === 0 ? 'आज' : days === 1 ? 'कल' : days === -1 ? 'बीता कल' : days > 0 ? `${days} दिन बाद` : `${-days} दिन पहले`),
  due: (date, when, past) => (past ? `तारीख ${date} थी, ${when}।` : `तारीख ${date} है, ${when}।`),
  late: (date) => `यह सूचना देर से है: इसे ${date} को आना था।`,
  renewed: (document) => `क्या ${document} नवीनीकरण है?`,
  renewedBody: (old) => `यदि हाँ, तो “${old}” को पूरा हुआ चिह्नित किया जा सकता है।`,
  escalated: (title, person) => `${title}: ${person} ने उत्तर नहीं दिया`,
  unnamed: 'आपके परिवार के सदस्य',
};

const wordsOf = (locale: string): Words => (locale.toLowerCase().startsWith('hi') ? hindi : english);

/** A calendar day as people of the locale write it; the language is one that the sentences around it are in. */
const dayIn = (locale: string, day: string): string => {
  const language = wordsOf(locale) === hindi ? 'hi-IN-u-nu-latn' : /^en-/i.test(locale) ? locale : 'en-GB';
  const date = new Date(`${day}T00:00:00Z`);
  try {
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  }
};

/** The title of a reminder that was read out of a document. */
export const titleOf = (locale: string, field: DateField, documentTitle: string): string => wordsOf(locale).titles[field](documentTitle).slice(0, 500);

/** What a notice says below its title: the day, how far it is, and where it comes late, that it does. */
export const noticeBody = (locale: string, notice: { dueOn: string; time: string | null; today: string; meantFor: string; late: boolean }): string => {
  const words = wordsOf(locale);
  const days = daysBetween(notice.today, notice.dueOn);
  const sentences = [words.due([dayIn(locale, notice.dueOn), notice.time].filter(Boolean).join(', '), words.ahead(days), days < 0)];
  if (notice.late) sentences.push(words.late(dayIn(locale, notice.meantFor)));
  return sentences.join(' ');
};

/** What a person is asked when a paper came in that looks like the next one of its kind. */
export const renewalNotice = (locale: string, renewed: string, old: string): { title: string; body: string } =>
  ({ title: wordsOf(locale).renewed(renewed).slice(0, 300), body: wordsOf(locale).renewedBody(old) });

/** What a person pushes to their own browser to see whether it comes. */
export const tryPushWords = (locale: string): { title: string; body: string } =>
  (wordsOf(locale) === hindi ? { title: 'DocuVault यहाँ सूचना भेज सकता है', body: 'याद दिलाने वाली सूचनाएँ इस ब्राउज़र में ऐसी दिखेंगी।' } : { title: 'DocuVault can reach you here', body: 'Reminders will look like this in this browser.' });

/** What a second person is told when the first does not react. */
export const escalationTitle = (locale: string, title: string, person: string | null): string => wordsOf(locale).escalated(title, person ?? wordsOf(locale).unnamed).slice(0, 300);
