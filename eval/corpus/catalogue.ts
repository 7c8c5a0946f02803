import { banking } from './documents/banking.ts';
import { civil } from './documents/civil.ts';
import { educationVehicle } from './documents/education-vehicle.ts';
import { identityAbroad } from './documents/identity-abroad.ts';
import { identityIndia } from './documents/identity-india.ts';
import { insuranceAbroad } from './documents/insurance-abroad.ts';
import { insuranceIndia } from './documents/insurance-india.ts';
import { invoices } from './documents/invoices.ts';
import { leaseLondon } from './documents/lease-london.ts';
import { legal } from './documents/legal.ts';
import { loansContracts } from './documents/loans-contracts.ts';
import { medical } from './documents/medical.ts';
import { others } from './documents/others.ts';
import { passports } from './documents/passports.ts';
import { pay } from './documents/pay.ts';
import { property } from './documents/property.ts';
import { receipts } from './documents/receipts.ts';
import { tax } from './documents/tax.ts';
import { utilities } from './documents/utilities.ts';
import { warrantyTravel } from './documents/warranty-travel.ts';
import type { Drawn, Typed } from './form.ts';

export type Entry = Drawn | Typed;

/** Every document of the corpus. */
export const catalogue: readonly Entry[] = [...passports, ...identityIndia, ...identityAbroad, ...civil, ...insuranceIndia, ...insuranceAbroad, ...medical, ...utilities, ...invoices, ...receipts, ...banking, ...pay, ...tax, leaseLondon, ...property, ...legal, ...loansContracts, ...educationVehicle, ...warrantyTravel, ...others];
