import type { inbox as english } from './inbox.en.ts';

export const inbox: Record<keyof typeof english, string> = {
  'inbox.shape': 'कौन-सी सूचनाएँ',
  'inbox.all': 'सभी',
  'inbox.unreadOnly': 'अपठित',
  'inbox.unread': 'अपठित',
  'inbox.readAll': 'सब पढ़ा हुआ मानें',
  'inbox.allRead': 'सब पढ़ा हुआ मान लिया गया।',
  'inbox.markRead': 'पढ़ा हुआ मानें: {title}',
  'inbox.settings': 'सेटिंग',
  'inbox.none.title': 'अभी कोई सूचना नहीं',
  'inbox.none.unread': 'आपने सब पढ़ लिया है',
  'inbox.none.body': 'याद, परिवार के समाचार और हर ज़रूरी बात यहाँ आती है, चाहे आप और कोई भी माध्यम चुनें।',
  'inbox.group.reminder': 'याद',
  'inbox.group.emergency': 'आपात स्थिति',
  'inbox.group.family': 'परिवार',
  'inbox.group.document': 'दस्तावेज़',
  'inbox.group.other': 'सूचना',
};
