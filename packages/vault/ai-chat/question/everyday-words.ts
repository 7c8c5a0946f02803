/** What people say in a question, and what papers say for it; words of one line mean the same. British, American and Indian English. */
export const everydayWords = `
rubbish trash garbage refuse waste bin recycling
pickup collection collect
ring call dial telephone phone hotline helpline tel
break breakdown broken fault faulty defect outage failure emergency
emergency urgent urgently emergencies
burst leak break escape
couch sofa settee
tap faucet
petrol gasoline fuel
lift elevator
flat apartment condo
postcode zip pincode
zip pin postal
paycheck payslip wage salary
chemist pharmacy pharmacist
super superannuation pension retirement
gram gramme g
kilogram kilo kg
specs glasses spectacles eyewear lens optical
specs specification specifications
eye optician optometrist sight vision
ear hearing audiology
heart cardiac cardiology ecg echo echocardiogram
skin dermatology dermatologist
bone orthopaedic orthopedic fracture
scan mri ct ultrasound imaging sonography echocardiogram x-ray
xray x-ray radiograph
baby infant newborn
pregnant pregnancy maternity antenatal
guardian custody custodian ward
care guardian look
absent absence attendance missed
trip journey excursion outing
travel trip journey
lodge accommodation hostel
gym membership leisure sport
subscription membership tariff package
club membership
password passcode pin
fine penalty surcharge
pension retirement superannuation
contribution contribute match
boss manager supervisor
commitment minimum tied term
chip microchip transponder
puppy dog
kitten cat
vet veterinary
jab vaccine vaccination booster injection
booster vaccine dose
flood water leak
stolen theft burglary stole steal
lawyer solicitor attorney advocate counsel
dead death die deceased survive living
inherit bequeath leave give
furnace boiler heating
boiler heating heater
fridge refrigerator
dryer tumble
instrument piano violin cello guitar flute drum orchestra
allergic allergy allergen intolerance reaction epipen
diet vegetarian vegan
weigh weight kg lb
bathroom toilet bath
parking garage bay stall
key fob
owe owed balance due outstanding payable
refund reimburse
return exchange
delivery deliver shipping dispatch shipment
discount rebate reduction saving off
tip gratuity service
remote home telework hybrid
shift hour
copay copayment co-payment coinsurance
share part percentage percent portion
surgeon surgery
pressure bp
pulse heartbeat
appointment visit slot booking
reschedule cancel change
license licence registration plate
mileage odometer kilometre miles
service servicing maintenance
tyre tire wheel
insure insured insurance cover
premium cost price
comprehensive full
roadside towing tow breakdown
headteacher principal headmaster headmistress
report card
fee tuition
lunch meal food
uniform clothing dress
luggage baggage suitcase bag checked
stopover layover connection
flight plane airline
gate boarding
seat row
hostel dormitory
guarantor surety
lodger tenant
landlady landlord
move relocate removal
clean cleaning cleaner
electrician electrical
plumber plumbing
gardener garden lawn
nanny childminder babysitter
daycare nursery creche childcare
camp session camper
bank branch
transfer remittance wire
withdraw withdrawal withdrawn
interest rate
nominee beneficiary payee
mortgage loan
borrow loan credit
lend loan
repay repayment payoff prepay
investment fund invested
shares stock
tax withheld withholding
refund credit
appraise appraisal valuation assess assessed
worth value
plot land parcel
acre hectare area
sell sale sold
price consideration
`;
