import type { Tier } from '@docuvault/contract/subscription.ts';
import type { Notice } from '../notifications/notify.ts';

type Said = Pick<Notice, 'title' | 'body' | 'inHindi'>;

const names: Record<Tier, string> = { free: 'Free', premium: 'Premium', family_plus: 'Family Plus', business: 'Business' };
const day = (at: Date, language: 'en' | 'hi'): string => new Intl.DateTimeFormat(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);

export const started = (tier: Tier): Said => ({
  title: `Your plan is ${names[tier]} now`, body: 'You can cancel it in one step under Settings, Plan. Nothing that you store is ever removed because a plan ends.',
  inHindi: { title: `आपका प्लान अब ${names[tier]} है`, body: 'इसे सेटिंग्स में प्लान के नीचे एक ही क़दम में रद्द किया जा सकता है। प्लान ख़त्म होने से कुछ भी नहीं हटाया जाता।' },
});

export const paymentFailed = (tier: Tier, until: Date): Said => ({
  title: 'A payment did not go through', body: `Your ${names[tier]} plan stays as it is until ${day(until, 'en')}, and the payment is tried again by itself. If your card has changed, give the new one under Settings, Plan.`,
  inHindi: { title: 'एक भुगतान नहीं हो सका', body: `आपका ${names[tier]} प्लान ${day(until, 'hi')} तक वैसा ही रहेगा और भुगतान अपने आप फिर आज़माया जाएगा। कार्ड बदला हो तो सेटिंग्स में प्लान के नीचे नया दें।` },
});

export const graceEnds = (tier: Tier, until: Date): Said => ({
  title: `Your ${names[tier]} plan ends on ${day(until, 'en')} unless it is paid`, body: 'After that nothing is removed: everything stays readable and can be exported. Only new uploads stop where more is stored than fits.',
  inHindi: { title: `भुगतान न होने पर आपका ${names[tier]} प्लान ${day(until, 'hi')} को ख़त्म होगा`, body: 'उसके बाद भी कुछ नहीं हटाया जाता: सब पढ़ा और निर्यात किया जा सकता है। जगह से ज़्यादा रखा हो तो केवल नए अपलोड रुकेंगे।' },
});

export const periodEnds = (tier: Tier, until: Date): Said => ({
  title: `Your ${names[tier]} plan is paid until ${day(until, 'en')}`, body: 'It does not renew by itself. If you want to keep it, pay for another period under Settings, Plan; if not, you need do nothing, and nothing is removed.',
  inHindi: { title: `आपका ${names[tier]} प्लान ${day(until, 'hi')} तक चुकाया हुआ है`, body: 'यह अपने आप नहीं बढ़ता। रखना हो तो सेटिंग्स में प्लान के नीचे एक और अवधि का भुगतान करें; नहीं तो कुछ न करें, कुछ भी नहीं हटाया जाएगा।' },
});

export const planEnded = (before: Tier, after: Tier, overLimit: boolean): Said => ({
  title: `Your ${names[before]} plan has ended; you have ${names[after]} now`,
  body: overLimit ? 'Nothing was removed. More is stored than this plan holds, so new uploads are refused until there is room; everything can be read, shared and exported as before.' : 'Nothing was removed, and everything works as before within the limits of this plan.',
  inHindi: {
    title: `आपका ${names[before]} प्लान ख़त्म हुआ; अब आपके पास ${names[after]} है`,
    body: overLimit ? 'कुछ नहीं हटाया गया। इस प्लान की जगह से ज़्यादा रखा है, इसलिए जगह होने तक नए अपलोड नहीं लिए जाएँगे; बाकी सब पहले की तरह पढ़ा, साझा और निर्यात किया जा सकता है।' : 'कुछ नहीं हटाया गया, और इस प्लान की सीमा में सब पहले की तरह चलता है।',
  },
});

export const covered = (after: Tier): Said => ({
  title: `Your family's plan gives you ${names[after]}`, body: 'It lasts as long as the owner of your family vault has the plan and you are in it.',
  inHindi: { title: `आपके परिवार का प्लान आपको ${names[after]} देता है`, body: 'यह तब तक रहता है जब तक आपके पारिवारिक वॉल्ट के स्वामी के पास प्लान है और आप उसमें हैं।' },
});

export const secondEnded = (): Said => ({
  title: 'You have paid for a second subscription', body: 'Your first one goes on, and the second is ended at once. Whoever runs this server pays the second amount back; write to them if it does not come.',
  inHindi: { title: 'आपने दूसरी सदस्यता का भुगतान किया है', body: 'पहली चलती रहेगी और दूसरी तुरंत समाप्त की जाती है। यह सर्वर चलाने वाले दूसरी रक़म लौटाएँगे; न आए तो उन्हें लिखें।' },
});
