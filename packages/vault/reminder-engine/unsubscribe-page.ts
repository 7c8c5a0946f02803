const words = {
  en: {
    title: 'Mails from your vault', ask: 'Stop these mails?', hint: 'Reminders and news of your family come by mail no more. The inbox in your vault goes on, and so do mails about an emergency.',
    stop: 'Send no more mails', done: 'You will get no more of these mails.', back: 'You can turn them on again in the settings of your vault, under Notifications.',
  },
  hi: {
    title: 'आपकी तिजोरी से मेल', ask: 'ये मेल बंद करें?', hint: 'याद दिलाने वाले और परिवार के समाचार मेल से नहीं आएँगे। तिजोरी का इनबॉक्स चलता रहेगा, और आपात स्थिति के मेल भी।',
    stop: 'मेल बंद करें', done: 'अब ये मेल नहीं आएँगे।', back: 'इन्हें तिजोरी की सेटिंग में, सूचनाएँ के नीचे, फिर चालू कर सकते हैं।',
  },
} as const;

const style = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#f7f6f3,#141716);color:light-dark(#1b1f1d,#eceeec)}
main{max-width:28rem;margin:1rem;padding:1.5rem;background:light-dark(#fff,#1b1f1d);border:1px solid light-dark(#dedbd3,#303633);border-radius:.75rem}h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0 0 1rem;color:light-dark(#4c544f,#b9c0bc)}
button{font:inherit;font-weight:500;min-height:2.75rem;padding:0 1rem;border:0;border-radius:.5rem;cursor:pointer;background:light-dark(#0e5a4a,#7ccbb4);color:light-dark(#fff,#0b1f19)}`;

/** The page behind the link in a mail, in the language of whom the mail went to: it asks, or (`done`) says that it is done. It needs no script and no sign-in. */
export const unsubscribePage = (locale: string, done: boolean): string => {
  const language = locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
  const said = words[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${said.title} · DocuVault AI</title><style>${style}</style></head>
<body><main>${done ? `<h1>${said.done}</h1><p role="status">${said.back}</p>` : `<h1>${said.ask}</h1><p>${said.hint}</p><form method="post"><button>${said.stop}</button></form>`}</main></body></html>`;
};
