import type { SuppressedChannel, SuppressionReason } from './suppress-address.ts';

type Said = { title: string; body: string };
type Words = { unreachable(channel: SuppressedChannel, address: string, reason: SuppressionReason): Said; resumed(channel: SuppressedChannel, address: string): Said };

const english: Words = {
  unreachable: (channel, address, reason) => {
    const [what, put] = channel === 'email' ? ['Mails', 'e-mail address'] : ['Texts', 'phone number'];
    if (reason === 'gone') return { title: `${what} do not reach you`, body: `${address} takes no messages. Reminders stay in your inbox here until you give another ${put}, or say that this one works again.` };
    const why = reason === 'complained' ? 'A message to it was marked as spam' : channel === 'sms' ? 'Somebody answered STOP' : 'Somebody unsubscribed it';
    const again = channel === 'sms' && reason === 'stopped' ? 'Answer START to get them again.' : 'You can take it back in your preferences.';
    return { title: `${what} to you are stopped`, body: `${why}, so nothing more is sent to ${address}. Reminders stay in your inbox here. ${again}` };
  },
  resumed: (channel, address) => ({ title: channel === 'email' ? 'Mails to you go again' : 'Texts to you go again', body: `Reminders are sent to ${address} again.` }),
};

const hindi: Words = {
  unreachable: (channel, address, reason) => {
    const what = channel === 'email' ? 'मेल' : 'एसएमएस';
    if (reason === 'gone') return { title: `${what} आप तक नहीं पहुँचते`, body: `${address} पर संदेश नहीं जाते। जब तक आप दूसरा पता न दें, याद दिलाने वाली सूचनाएँ यहाँ इनबॉक्स में रहेंगी।` };
    const again = channel === 'sms' && reason === 'stopped' ? 'फिर पाने के लिए START लिखकर भेजें।' : 'इसे आप अपनी पसंद में वापस ले सकते हैं।';
    return { title: `${what} बंद किए गए`, body: `${address} पर अब कुछ नहीं भेजा जाता। सूचनाएँ यहाँ इनबॉक्स में रहेंगी। ${again}` };
  },
  resumed: (channel, address) => ({ title: channel === 'email' ? 'मेल फिर शुरू' : 'एसएमएस फिर शुरू', body: `सूचनाएँ फिर ${address} पर भेजी जाती हैं।` }),
};

const wordsOf = (locale: string): Words => (locale.toLowerCase().startsWith('hi') ? hindi : english);

/** What a person is told when nothing more is sent to an address of theirs. */
export const unreachableNotice = (locale: string, channel: SuppressedChannel, address: string, reason: SuppressionReason): Said => wordsOf(locale).unreachable(channel, address, reason);
/** What a person is told when it is sent to again. */
export const resumedNotice = (locale: string, channel: SuppressedChannel, address: string): Said => wordsOf(locale).resumed(channel, address);
