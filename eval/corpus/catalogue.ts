import { civil } from './documents/civil.ts';
import { identityAbroad } from './documents/identity-abroad.ts';
import { identityIndia } from './documents/identity-india.ts';
import { insuranceAbroad } from './documents/insurance-abroad.ts';
import { insuranceIndia } from './documents/insurance-india.ts';
import { passports } from './documents/passports.ts';
import type { Drawn, Typed } from './form.ts';

export type Entry = Drawn | Typed;

/** Every document of the corpus. */
export const catalogue: readonly Entry[] = [...passports, ...identityIndia, ...identityAbroad, ...civil, ...insuranceIndia, ...insuranceAbroad];
