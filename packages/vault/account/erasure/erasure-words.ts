/** What a person is told when the erasure of their account was asked for, in their language and time zone. */
export const erasureNotice = (locale: string, eraseAfter: Date, timeZone: string): { title: string; body: string } => {
  const hindi = locale.toLowerCase().startsWith('hi');
  const day = new Intl.DateTimeFormat(hindi ? 'hi-IN' : 'en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(eraseAfter);
  return hindi
    ? { title: `आपका खाता ${day} को मिटा दिया जाएगा`, body: 'तब तक सब कुछ वैसा ही रहेगा। यदि यह आपने नहीं माँगा या आप इसे नहीं चाहते, तो सेटिंग्स में इसे रद्द करें।' }
    : { title: `Your account will be erased on ${day}`, body: 'Until then everything stays as it is. If you did not ask for this, or changed your mind, call it off in Settings.' };
};
