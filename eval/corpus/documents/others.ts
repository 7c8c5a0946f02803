import { table } from '../blocks.ts';
import { written } from '../docx.ts';
import type { Drawn, Typed } from '../form.ts';
import { Paper } from '../paper.ts';

export const others: (Drawn | Typed)[] = [
  {
    id: 'recipe-bebinca', file: 'Granny Lucy bebinca', type: 'other', category: ['personal', 'other'],
    fields: {},
    form: { as: 'photo', to: 'jpg', haste: 1, desk: 'wood', long: 2800 },
    draw: () => {
      const paper = new Paper({ size: [420, 595], margin: 36, font: 'typed', fontSize: 12 });
      paper.put('BEBINCA', { font: 'typed-bold', size: 20, align: 'center', after: 4 }).put('as Granny Lucy made it at Christmas', { align: 'center', size: 11, after: 14 });
      paper.put('You need', { font: 'typed-bold', after: 3 });
      for (const line of ['thick milk of 2 coconuts, about 600 ml', '10 egg yolks', '400 g sugar', '200 g plain flour', '250 g ghee, melted', 'half a nutmeg, grated', 'a pinch of salt']) paper.put(`- ${line}`, { indent: 8 });
      paper.gap(10).put('How', { font: 'typed-bold', after: 3 });
      paper.put('Dissolve the sugar in the coconut milk. Beat in the yolks one by one, then the flour, nutmeg and salt, and strain. Heat a spoon of ghee in a deep tin, pour in a thin layer of batter and bake under a hot grill till dark gold. Spoon ghee over it, pour the next layer, and so on for at least seven layers. Patience: the whole thing takes three hours.', { lead: 1.4, after: 8 });
      paper.put('Turn out when cold and slice thin. Keeps two weeks in a tin.', { lead: 1.4 });
      return paper;
    },
  },
  {
    id: 'letter-aunt', file: 'letter from Nalini', type: 'other', category: ['personal', 'other'], person: 'Kamala Rao',
    fields: {}, also: { issueDate: '2024-11-21', holderName: ['Kamala Rao', 'Nalini', 'Amma'] },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: -1.7, quality: 74 },
    draw: () => {
      const paper = new Paper({ margin: 70, font: 'book', fontSize: 14 });
      paper.put('Mysuru, 21 November 2024', { align: 'right', after: 16 });
      paper.put('Dear Amma,', { after: 10 });
      const body = { lead: 1.55, after: 10, align: 'justify' as const };
      paper.put('Thank you for the parcel, the chakli arrived without one broken ring. Sanjay ate half of it before I could hide the tin. The rains have gone on much too long this year and the mango tree by the gate has a fungus; the man from the horticulture college says to paint the trunk with lime.', body);
      paper.put('I met Sudha at the concert on Sunday. She asked after Appa’s knee, no, yours, and says you must not skip the exercises. She has moved to the house near the lake and keeps ducks, if you can believe it.', body);
      paper.put('Tell Vikram that I found his old stamp album in the loft, with the Bhutan stamps that play a tune. Kabir may have it if he promises to keep it away from Meera.', body);
      paper.put('We come on the 14th by the Shatabdi and stay till Sankranti. Do not cook for an army.', { ...body, after: 20 });
      paper.put('With love,', { after: 6 }).put('Nalini');
      return paper;
    },
  },
  {
    id: 'minutes-society', file: 'AGM minutes Gulmohar', type: 'other', category: ['property', 'other', 'personal', 'legal'],
    fields: {}, also: { issueDate: ['2026-07-12', '2026-07-05'], issuer: ['Gulmohar Residency Apartment Owners’ Association', 'Gulmohar Residency Apartment Owners Association'], totalAmount: ['412000', '5200'], currency: 'INR', startDate: ['2026-08-01', '2026-07-05'] },
    form: { as: 'docx' },
    content: () => written([
      { h: 'Gulmohar Residency Apartment Owners’ Association', level: 1 }, { p: 'Minutes of the annual general meeting held on Sunday 5 July 2026 at 10.30 am in the basement hall', bold: true },
      'Present: 31 owners in person and 6 by proxy. Mr Balasubramanian (flat 101) took the chair.',
      { numbered: true, list: ['The minutes of last year’s meeting were read and passed.', 'The treasurer presented the accounts. The sinking fund stands at Rs. 4,12,000.', 'It was resolved to repaint the outer walls after the monsoon. Three quotations are to be asked for by the end of August.', 'Maintenance will be Rs. 5,200 a month for a two-bedroom flat from 1 August 2026.', 'Mrs Rao (402) asked for a ramp at the side door. The committee will look into it.', 'Stray dogs: owners are asked not to feed them in the car park.', 'Elections: Mr Rahim (203) was elected secretary unopposed.'] },
      'The meeting closed at 12.45 pm with a vote of thanks to the chair. Circulated 12 July 2026.',
    ]),
  },
  {
    id: 'article-monsoon', file: 'monsoon essay', type: 'other', category: ['other', 'personal', 'education'],
    fields: {},
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'times', fontSize: 10.5 });
      paper.put('What the tide gauges of Kochi remember', { font: 'times-bold', size: 20, after: 4 }).put('An essay from The Coromandel Review, no. 41', { font: 'times-italic', after: 14 });
      const column = (x: number, text: string): void => { paper.at(x, 130, text, { width: 225, lead: 1.4, size: 11, align: 'justify' }); };
      column(60, 'In 1939 a clerk of the harbour trust at Kochi was told to note the height of the water every hour, day and night, on a ruled sheet. He did so for thirty-one years. The sheets, bound in green cloth, outlived the harbour office, two floods, and the clerk himself, and came to rest in a cupboard of the marine department.\n\nWhen a young oceanographer opened that cupboard she found a record with hardly a gap. It shows the spring tides, the slow breathing of the monsoon, and beneath them a rise so slight that no one who stood on the quay could have seen it: about one and three quarter millimetres a year.\n\nA record of that kind is worth more than any single reading in it. It is the patience that counts.');
      column(310, 'The method was simple. A float in a pipe drove a pen; the clerk read the pen against a brass rule. Each Saturday the pen was cleaned and the clock wound. On the last day of the month a surveyor checked the zero against a bench mark cut into the customs house, and signed.\n\nModern gauges use radar and send their numbers by satellite. They are more exact and less loved. When one fails, as happened in 2018, nobody notices for a week.\n\nThe lesson is not that the old ways were better. It is that a thing looked after by one person, who knows that it matters, tends to last.');
      paper.at(60, 780, 'Reprinted with permission. The Coromandel Review is published four times a year.', { size: 8.5 });
      return paper;
    },
  },
  {
    id: 'memo-offsite', file: 'offsite memo', type: 'other', category: ['employment', 'other'], person: 'Vikram Rao',
    fields: {}, also: { issueDate: '2026-10-05', issuer: ['Quillon Systems India', 'Quillon Systems'], startDate: '2026-11-19', endDate: '2026-11-20', holderName: ['Platform team'] },
    form: { as: 'docx' },
    content: () => written([
      { h: 'MEMO', level: 1 }, { table: [['To', 'Platform team'], ['From', 'Vikram Rao'], ['Date', '5 October 2026'], ['Re', 'Two days away in Coorg']], widths: [15, 85] },
      'We leave from the office at 6.30 on Thursday 19 November and are back by Friday evening. Bring walking shoes, a torch, and one idea that you have been told is silly.',
      'Thursday afternoon: what we broke this year and what we learned. Friday morning: pairs, whiteboards, no laptops. Friday after lunch: a walk through the coffee estate, for those who want to.',
      'Tell Deepa by the 26th whether you eat meat and whether you snore.',
    ]),
  },
  {
    id: 'patra-hindi', language: 'hi', file: 'nani ka patra', type: 'other', category: ['personal', 'other'], heldOut: true,
    fields: {}, also: { issueDate: '2023-03-12' },
    form: { as: 'scan', dpi: 200, to: 'jpg', skew: 1.6, quality: 76 },
    draw: () => {
      const paper = new Paper({ margin: 66, font: 'hindi', fontSize: 14 });
      paper.put('इंदौर', { align: 'right' }).put('12 मार्च 2023', { align: 'right', after: 16 });
      paper.put('प्रिय कबीर,', { after: 10 });
      const body = { lead: 1.7, after: 10 };
      paper.put('बहुत स्नेह और आशीर्वाद। तुम्हारा पत्र मिला, पढ़कर मन प्रसन्न हो गया। यहाँ होली का त्योहार बहुत धूमधाम से मनाया गया। पड़ोस के बच्चों ने पूरे आँगन को रंगों से भर दिया और मेरी सफ़ेद साड़ी अब गुलाबी हो गई है।', body);
      paper.put('आम के पेड़ पर इस वर्ष बहुत बौर आया है। गर्मी की छुट्टियों में आओगे तो मीठे आम खाना। तुम्हारे दादाजी ने छत पर पक्षियों के लिए पानी का बर्तन रखा है, सुबह-सुबह वहाँ बुलबुल और मैना आती हैं।', body);
      paper.put('मन लगाकर पढ़ना और रोज़ थोड़ी देर खेलना भी। माँ और पिताजी को मेरा प्यार कहना।', { ...body, after: 18 });
      paper.put('तुम्हारी दादी', { align: 'right' }).put('कमला', { align: 'right' });
      return paper;
    },
  },
  {
    id: 'newsletter-school', file: 'Greenwood bulletin Nov', type: 'other', category: ['education', 'other'],
    fields: {}, also: { issueDate: ['2026-11-01', '2026-11-02'], issuer: ['Greenwood Valley School', 'The Greenwood Bulletin'], startDate: ['2026-11-14', '2026-12-04', '2026-12-21'], endDate: ['2027-01-03'] },
    form: { as: 'text-pdf' },
    draw: () => {
      const paper = new Paper({ margin: 44, font: 'sans', fontSize: 10.5 });
      paper.box(0, 0, 595, 90, '#cfe8c4'); paper.at(44, 20, 'The Greenwood Bulletin', { font: 'book-bold', size: 30, color: '#28531c' }); paper.at(44, 62, 'News for parents · November 2026', { size: 12 });
      paper.y = 108;
      for (const [title, text] of [['Sports day', 'The whole school meets on the lower field on Saturday 14 November. Blue, red, and green houses wear their colours. Hats and water bottles, please; the canteen sells lemonade.'], ['Robotics club goes to Pune', 'Grade VIII sends a team of six to the national junior contest on 4 December. Their robot, named Idli, can climb three steps and is learning a fourth.'], ['Lost property', 'There are eleven single shoes in the office. We do not know how the other feet got home.'], ['Library', 'Books borrowed before Diwali are to be returned by the 20th. Thank you to the families who gave 212 books.']] as const) paper.put(title, { font: 'sans-bold', size: 13, color: '#28531c', after: 2 }).put(text, { after: 12, lead: 1.45 });
      paper.put('Dates to keep', { font: 'sans-bold', size: 13, color: '#28531c', after: 4 });
      table(paper, [{ width: 130 }, { width: 377 }], [['Date', 'What'], ['14 November', 'Sports day'], ['21 November', 'Parents meet teachers, grades VI to VIII'], ['4 December', 'Robotics contest, Pune'], ['21 December', 'Winter holiday begins; school opens again on 4 January 2027']], { font: 'sans', size: 10.5, lines: 'rows' });
      return paper;
    },
  },
  {
    id: 'manual-router', file: 'quick start router', type: 'other', category: ['other', 'warranty', 'personal'],
    fields: {}, also: { issuer: ['Airfibre'] },
    form: { as: 'scan', dpi: 150, to: 'png', skew: 0.8 },
    draw: () => {
      const paper = new Paper({ margin: 60, font: 'helv', fontSize: 12 });
      paper.at(60, 56, 'airfibre', { font: 'helv-bold', size: 28, color: '#d0451b' }); paper.at(535, 64, 'Quick start guide', { font: 'helv-bold', size: 17, align: 'right' });
      paper.y = 130;
      ['Unpack the router, the power adapter and the yellow cable.', 'Plug the yellow cable into the socket marked WAN and into the fibre box on your wall.', 'Connect the adapter. Wait until the light stops blinking and stays white; this takes about three minutes.', 'On your phone choose the network name printed under the router and type the key printed beside it.', 'Open any page. You will be asked to choose a new administrator password. Write it down somewhere safe.'].forEach((text, index) => { paper.put(`${index + 1}`, { font: 'helv-bold', size: 22, color: '#d0451b' }); paper.y -= 26; paper.put(text, { indent: 34, lead: 1.4, after: 22 }); });
      paper.put('Light red? Check that the yellow cable clicks into place. Still red? Call 1800 889 0000 at any hour.', { font: 'helv-bold', size: 11.5 });
      paper.at(60, 790, 'Part 44-1188-02  Rev C', { size: 8 });
      return paper;
    },
  },
];
