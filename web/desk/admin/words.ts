import { useTranslation } from 'react-i18next';
import type { Role } from '../../../server/modules/identity/types.ts';
import type { Names } from '../../shared/i18n/names.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { todayInFinland } from '../../shared/ui/days.ts';
import { useNames, useSession } from '../session.tsx';
import { useOrganisations } from './queries.ts';

export const roles = [
  'service-advisor',
  'receptionist',
  'authority-specialist',
  'digital-support-advisor',
  'external-digital-supporter',
  'guard',
  'point-manager',
  'development-team',
  'national-coordinator',
  'data-protection-officer',
  'administrator',
] as const satisfies readonly Role[];

export function useLanguageName(): (language: 'fi' | 'fi-x-plain' | 'sv' | 'en') => string {
  const { t } = useTranslation('admin');
  return (language) => t(`languages.${language}`);
}

/** Roles are called as the list of roles says. */
export function useRoleName(): (role: Role) => string {
  const names = useNames();
  return (role) => names.item('roles', role);
}

export function useNameHere(): (names: Partial<Names> | undefined) => string {
  const locale = useLocale();
  return (names) => nameIn(names, locale);
}

/** Also those that have ended, as far as one keeps them. */
export function useOrganisationName(): (id: string | null) => string {
  const { t } = useTranslation('admin');
  const names = useNames();
  const nameHere = useNameHere();
  const kept = useOrganisations().data;
  return (id) => nameHere(kept?.find((one) => one.id === id)?.name) || names.organisation(id) || t('endedOrganisation');
}

/** The organisations whose people one looks after. */
export function useAdministered(): string[] {
  const { me } = useSession();
  return [...new Set(me.grants.filter(({ role }) => role === 'administrator').map(({ organisationId }) => organisationId))];
}

/** What all share is kept by the region's own administrators. */
export function useKeepsShared(): boolean {
  return useKeepsRegionAs(['administrator']);
}

/** The service directory and its import are also kept by the region's development team. */
export function useKeepsDirectory(): boolean {
  return useKeepsRegionAs(['administrator', 'development-team']);
}

function useKeepsRegionAs(roles: readonly Role[]): boolean {
  const { me, directory } = useSession();
  const mine = me.grants.filter(({ role }) => roles.includes(role)).map(({ organisationId }) => organisationId);
  return directory.organisations.some(({ id, keepsRegion }) => keepsRegion && mine.includes(id));
}

export type Validity = 'coming' | 'valid' | 'ended';

/** `validUntil` is the first day it no longer holds. */
export function validityOf(
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
  today = todayInFinland(),
): Validity {
  if (validUntil !== null && validUntil <= today) return 'ended';
  return validFrom > today ? 'coming' : 'valid';
}

/** Whether any of the texts holds all the words sought. */
export function matches(words: string, texts: readonly (string | undefined)[]): boolean {
  const held = texts.join(' ').toLocaleLowerCase('fi');
  return words
    .toLocaleLowerCase('fi')
    .split(/\s+/)
    .every((word) => held.includes(word));
}
