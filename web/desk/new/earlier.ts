import type { SearchResult } from '../../../server/modules/matters/schema.ts';
import type { CustomerWords } from '../aside/customer-fields.tsx';

type Earlier = SearchResult['customers'][number];

/** What an earlier customer is looked for by, the surest first: each by itself, for a number may be known where the name is not. */
export function soughtBy({
  givenName,
  familyName,
  phone,
  email,
}: Pick<CustomerWords, 'givenName' | 'familyName' | 'phone' | 'email'>): string[] {
  const name = [givenName, familyName].join(' ').trim();
  return [
    ...(phone.replace(/\D/g, '').length >= 7 ? [phone.trim()] : []),
    ...(/^\S+@\S{3,}$/.test(email.trim()) ? [email.trim()] : []),
    ...(name.length > 3 ? [name] : []),
  ];
}

/** Each once, in the order found; a handful to choose from. */
export function earlierOf(found: readonly Earlier[]): Earlier[] {
  return found.filter((one, index) => found.findIndex((other) => other.id === one.id) === index).slice(0, 5);
}
