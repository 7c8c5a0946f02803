import type { Concept } from './concept.ts';

/** Medical papers. */
export const health: Concept[] = [
  {
    types: { medical_report: 1 },
    say: 'medical report | lab report | laboratory report | test report | test results | blood test | blood work | bloodwork | blood report | blood results | pathology | diagnostic report | diagnosis | scan report | scan | mri | ct scan | x ray | xray | ultrasound | sonography | ecg | ekg | echo | biopsy | radiology | health check | health checkup | checkup | check up | body check | full body check | discharge summary | hospital discharge | hospital stay | hospitalisation | hospitalization | admitted to hospital | operation | surgery | sugar levels | sugar level | blood sugar | glucose | diabetes | diabetic | cholesterol | lipid | thyroid | hemoglobin | platelet | heart check | heart test | what the doctor found | doctor findings | doctor report | findings | medical history | medical records | health records | jaanch | janch report | khoon ki jaanch | khoon jaanch | medical checkup | arztbericht | befund | laborbefund | bilan sanguin | analyse de sang | जांच | जाँच | रिपोर्ट | kidney | liver | pregnancy scan | allergy | eye test | hearing test | dental | dentist | bone | fracture | knee | back pain | cancer screening | results from the clinic | results from the lab | results from hospital | am i healthy | my health | body fluids | physical examination',
    hint: 'hospital | clinic | lab | test | blood | scan | doctor | diagnosed | results | symptom | illness | sick | ill | surgery | health | patient | organ | medical',
    words: 'patient report test result reference range haemoglobin glucose findings impression specimen laboratory diagnosis scan',
  },
  { types: { medical_report: 0.7 }, say: 'blood test | blood work | blood report | sugar | sugar level | cholesterol | khoon | khoon ki jaanch | diabetes | thyroid | blood results | lipid | anemia | cbc', words: 'hemoglobin glucose cholesterol platelet leucocyte lipid tsh hba1c blood serum fasting' },
  { types: { medical_report: 0.7 }, say: 'scan | mri | x ray | xray | ct | ultrasound | imaging | bone | fracture | knee | back pain | spine | radiology | broken bone', words: 'mri ct radiograph x-ray ultrasound impression lumbar spine fracture joint knee contrast' },
  { types: { medical_report: 0.7 }, say: 'heart | cardiac | ecg | echo | heart check | heartbeat | heart test | chest pain', words: 'ecg echocardiogram cardiac ejection cardiology sinus rhythm heart' },
  { types: { medical_report: 0.8 }, say: 'discharge | discharge summary | hospital stay | surgery | operation | operated | admitted', words: 'discharge admission admitted surgery procedure postoperative ward hospital' },
  { types: { medical_report: 0.5, prescription: 0.5 }, say: 'eyes | eye sight | eyesight | eye test | glasses | spectacles | vision | lenses | optician | ophthalmologist | chashma | chasma | new glasses', words: 'sphere cylinder axis spectacle vision ophthalmic eye lens optical' },
  { types: { medical_report: 0.4, prescription: 0.4, invoice: 0.2 }, say: 'dentist | dental | teeth | tooth | root canal | braces', words: 'dental tooth dentist molar canal' },
  {
    types: { prescription: 1 },
    say: 'prescription | medicine | medicines | medication | medications | drugs | tablets | tablet | pills | pill | capsules | syrup | dose | dosage | rx | what the doctor prescribed | prescribed | doctor told me to take | what to take | how often to take | medicine list | chemist | pharmacy | drugstore | pharmacist | antibiotic | antibiotics | painkiller | painkillers | cure | remedy | treatment | dawai | dawa | dawaai | davai | dawaiyan | goli | ordonnance | rezept | receta | दवा | दवाई | पर्चा | doctor parcha | parcha | inhaler | insulin | drops | ointment | cough | fever | cold and flu | blood pressure tablets | tablets for | what to swallow | doctors slip | doctor note | asthma',
    hint: 'medicine | doctor | pills | tablets | swallow | pharmacy | fever | infection | cough | pain | treatment | physician',
    words: 'prescription tab tablet cap capsule mg daily rx doctor dosage days syrup morning night',
  },
  {
    types: { vaccination_record: 1 },
    say: 'vaccination | vaccine | vaccinated | vaccination card | vaccination certificate | vaccination record | immunization | immunisation | immunized | shots | shot | jab | jabs | booster | covid shot | covid vaccine | covid certificate | corona | covishield | covaxin | cowin | injections for child | injection | injections | needles | needle | inoculation | inoculated | flu shot | polio | polio drops | mmr | hepatitis | tetanus | bcg | yellow fever | measles | shots for the baby | protected against disease | protection against disease | teeka | tika | tikakaran | impfpass | impfung | carnet de vaccination | टीका | टीकाकरण | school shots | child immunity | rabies | pet vaccination | yellow card',
    hint: 'shots | jab | dose | doses | immune | covid | booster | injection | disease | inoculation',
    words: 'vaccine vaccination dose administered batch immunization covid beneficiary polio mmr hepatitis bcg',
  },
  { types: { vaccination_record: 0.7 }, say: 'corona | covid | coronavirus | pandemic | covid shot | corona jab', words: 'covid covishield covaxin coronavirus pfizer moderna cowin' },
  { types: { vaccination_record: 0.7 }, say: 'child vaccine | child shots | baby shots | child immunity | child immunization | child injections | school shots | polio drops | baby vaccination chart', words: 'polio bcg mmr pentavalent opv dpt hepatitis immunization schedule birth measles rotavirus' },
  { types: { medical_report: 0.5, prescription: 0.45, vaccination_record: 0.3 }, say: 'medical papers | medical documents | hospital papers | hospital file | health documents | medical file | doctor papers', hint: 'aspataal | haspatal | medical' },
];
