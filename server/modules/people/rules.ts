import type { Role } from '../identity/types.ts';

/** An external digital supporter sees no authority's matters and cannot be a service advisor (requirements, section 0). */
const EXCLUDE_EACH_OTHER: [Role, Role][] = [
  ['external-digital-supporter', 'service-advisor'],
  ['external-digital-supporter', 'receptionist'],
  ['external-digital-supporter', 'point-manager'],
  ['external-digital-supporter', 'digital-support-advisor'],
  ['external-digital-supporter', 'authority-specialist'],
];

export function mayHoldTogether(held: Role[], added: Role): boolean {
  return !EXCLUDE_EACH_OTHER.some(([a, b]) => (added === a && held.includes(b)) || (added === b && held.includes(a)));
}

/** As people type a name: in any case, with any spaces. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize().trim().replace(/\s+/g, ' ').toLocaleLowerCase('fi');
  return plain(one) === plain(other);
}
