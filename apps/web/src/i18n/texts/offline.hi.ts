import type { offline as english } from './offline.en.ts';

export const offline: Record<keyof typeof english, string> = {
  'offline.title': 'इस उपकरण पर',
  'offline.body': 'ये बिना कनेक्शन के खुलते हैं। ये यहाँ एन्क्रिप्ट होकर रहते हैं, ऐसी कुंजी से जो इस उपकरण पर आपके खाते की है, और साइन आउट करते ही मिट जाते हैं।',
  'offline.keep': 'इस उपकरण पर रखें',
  'offline.drop': 'इस उपकरण से हटाएँ',
  'offline.keeping': 'इस उपकरण पर रखा जा रहा है',
  'offline.isKept': 'इस उपकरण पर रखा है',
  'offline.kept': 'इस उपकरण पर रख लिया। यह बिना कनेक्शन के खुलेगा।',
  'offline.dropped': 'इस उपकरण से हटा दिया। तिजोरी में यह बना हुआ है।',
  'offline.dropNamed': '{name} को इस उपकरण से हटाएँ',
  'offline.see': 'देखें कि इस उपकरण पर क्या रखा है',
  'offline.count.one': '{count} दस्तावेज़, {size}',
  'offline.count.other': '{count} दस्तावेज़, {size}',
  'offline.since': '{when} रखा',
  'offline.empty.title': 'इस उपकरण पर अभी कुछ नहीं रखा है',
  'offline.empty.body': 'कोई दस्तावेज़ खोलें और उसके मेन्यू से “इस उपकरण पर रखें” चुनें: यात्रा से पहले पासपोर्ट, गाड़ी के लिए बीमा। फिर वह बिना कनेक्शन के खुलेगा।',
  'offline.unsupported.title': 'यह ब्राउज़र कुछ नहीं रखता',
  'offline.unsupported.body': 'उपकरण पर दस्तावेज़ रखने के लिए सुरक्षित पता (https) चाहिए। तिजोरी को ऐसे पते से खोलें, फिर कोशिश करें।',
  'offline.choose': 'अपने दस्तावेज़ों में से चुनें',
  'offline.missing.title': 'यह दस्तावेज़ इस उपकरण पर नहीं है',
  'offline.missing.body': 'तिजोरी तक पहुँच होने पर यह फिर खुलेगा।',
};
