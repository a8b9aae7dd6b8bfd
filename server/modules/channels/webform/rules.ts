import { z } from 'zod';
import { CustomerInput, Language } from '../../customers/schema.ts';
import { LONGEST_MESSAGE } from '../../matters/following/schema.ts';
import { ActingFor } from '../../matters/schema.ts';
import type { FieldFault } from '../../site/types.ts';
import type { ContactForm } from './schema.ts';

const LONGEST_LINE = 200;

/** How an answer may be wished for: what the front office can do today. */
export const wishes = ['link', 'email', 'phone', 'visit'] as const;
export const grounds = ActingFor.shape.ground.options;

export type Choices = { languages: string[]; arrangements: string[] };

/** Every fault of the form, in the order of its fields. */
export function faultsIn(form: ContactForm, choices: Choices): FieldFault[] {
  return [
    ...messageFaults(form.message),
    ...answerFaults(form),
    ...nameFaults(form),
    ...choiceFaults(form, choices),
    ...websiteFaults(form),
  ];
}

function messageFaults(message: string): FieldFault[] {
  const text = message.trim();
  if (text === '') return [{ field: 'message', code: 'message-empty' }];
  if (text.length > LONGEST_MESSAGE) return [{ field: 'message', code: 'message-long' }];
  return holdsIdentityCode(text) ? [{ field: 'message', code: 'identity-code' }] : [];
}

function answerFaults({ wish, email, phone, reachable }: ContactForm): FieldFault[] {
  const faults: FieldFault[] = [];
  if (wish !== '' && !wishes.includes(wish as (typeof wishes)[number])) faults.push({ field: 'wish', code: 'choice' });
  if (wish === 'email' && email.trim() === '') faults.push({ field: 'email', code: 'email-needed' });
  else if (email.trim() !== '' && !z.email().max(254).safeParse(email.trim()).success) faults.push({ field: 'email', code: 'email' });
  if (wish === 'phone' && phone.trim() === '') faults.push({ field: 'phone', code: 'phone-needed' });
  else if (phone.trim() !== '' && !isPhone(phone.trim())) faults.push({ field: 'phone', code: 'phone' });
  if (reachable.trim().length > LONGEST_LINE) faults.push({ field: 'reachable', code: 'line-long' });
  return faults;
}

function nameFaults({ givenName, familyName, actingFor, actingGround }: ContactForm): FieldFault[] {
  const long = (['givenName', 'familyName', 'actingFor'] as const).filter(
    (field) => ({ givenName, familyName, actingFor })[field].trim().length > LONGEST_LINE,
  );
  const faults: FieldFault[] = long.map((field) => ({ field, code: 'line-long' }));
  if (actingGround !== '' && !(grounds as readonly string[]).includes(actingGround)) faults.push({ field: 'actingGround', code: 'choice' });
  if (actingGround !== '' && actingFor.trim() === '') faults.push({ field: 'actingFor', code: 'acting-name' });
  if (actingFor.trim() !== '' && actingGround === '') faults.push({ field: 'actingGround', code: 'acting-ground' });
  return faults;
}

function choiceFaults({ language, arrangements }: ContactForm, choices: Choices): FieldFault[] {
  const faults: FieldFault[] = [];
  if (language !== '' && !(choices.languages.includes(language) && Language.safeParse(language).success))
    faults.push({ field: 'language', code: 'choice' });
  if (arrangements.some((each) => !choices.arrangements.includes(each))) faults.push({ field: 'arrangements', code: 'choice' });
  return faults;
}

function websiteFaults({ website }: ContactForm): FieldFault[] {
  return website === '' ? [] : [{ field: 'website', code: 'website' }];
}

/** At least five digits, so that an e-mail address or a word in the wrong field is seen. */
function isPhone(text: string): boolean {
  return CustomerInput.shape.phone.safeParse(text).success && (text.match(/\d/g)?.length ?? 0) >= 5;
}

const CODE = /(?<![\d\p{L}])(\d{6})[-+A-FU-Ya-fu-y](\d{3})([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![\d\p{L}])/gu;
const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** A Finnish personal identity code, with its check character right (valtioneuvoston asetus 128/2010, 2 §). */
export function holdsIdentityCode(text: string): boolean {
  return [...text.matchAll(CODE)].some(([, birth, number, check]) => CHECKS[Number(`${birth}${number}`) % 31] === check?.toUpperCase());
}
