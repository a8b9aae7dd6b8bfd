import { useTranslation } from 'react-i18next';
import { regional } from '../../../shared/i18n/locale.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { daysAfter, todayInFinland } from '../../../shared/ui/days.ts';
import type { Tone } from '../../../shared/ui/status.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { soonDays } from '../agreements/agreements-page.tsx';
import { useConflicts } from '../booking/queries.ts';
import { useAgreements, useMailboxes, usePeople, useUnits } from '../queries.ts';
import type { Section } from '../sections.ts';
import { useAdministered, useNameHere, useOrganisationName } from '../words.ts';

export type Concern = { id: string; tone: Tone; section: Section; itemId: string; what: string; why: string; open?: string };

/** Mail that stands still first, then who must be moved, units where nobody answers, and agreements near their end. */
export function useConcerns(): Concern[] {
  return [...useMailConcerns(), ...useBookingConcerns(), ...useUnitConcerns(), ...useAgreementConcerns()];
}

function useMailConcerns(): Concern[] {
  const { t } = useTranslation('admin');
  return (useMailboxes().data ?? []).flatMap((box): Concern[] => {
    const about = { section: 'mailboxes', itemId: box.id, what: box.address } as const;
    const trouble = box.trouble ?? box.sendingTrouble;
    const stuck = t('overview.quarantined', { count: box.quarantined });
    return [
      ...(box.active && trouble
        ? [{ ...about, id: `${box.id}-trouble`, tone: 'bad' as const, why: t(`mailboxes.troubles.${trouble}`) }]
        : []),
      ...(box.quarantined > 0 ? [{ ...about, id: `${box.id}-quarantine`, tone: 'warn' as const, why: stuck }] : []),
    ];
  });
}

/** By point: its doors, or those who serve there, are no longer as they were when somebody booked. */
function useBookingConcerns(): Concern[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const number = new Intl.NumberFormat(regional[useLocale()]);
  return (useConflicts().data?.points ?? []).map(({ pointId, pointName, count }) => ({
    id: `${pointId}-moves`,
    tone: 'warn',
    section: 'booking',
    itemId: 'moves',
    what: nameHere(pointName ?? undefined) || t('overview.remote'),
    why: t('overview.mustMove', { count, shown: number.format(count) }),
    ...(pointId ? { open: pointId } : {}),
  }));
}

function useUnitConcerns(): Concern[] {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const mine = useAdministered();
  const found = usePeople().data;
  const units = useUnits().data ?? [];
  return units
    .filter((unit) => unit.active)
    .flatMap((unit): Concern[] => {
      const about = { tone: 'warn' as const, section: 'units' as const, itemId: unit.id, what: nameHere(unit.name) };
      // Of a list cut short nothing can be said of who is missing.
      const isKnown = mine.includes(unit.organisationId) && found?.more === false;
      const isEmpty = isKnown && !found.people.some((person) => !person.disabled && person.unitIds.includes(unit.id));
      const hasNoHours = unit.opening.weekly.length === 0;
      return [
        ...(isEmpty ? [{ ...about, id: `${unit.id}-empty`, why: t('overview.emptyUnit') }] : []),
        ...(hasNoHours ? [{ ...about, id: `${unit.id}-hours`, why: t('overview.noHours') }] : []),
      ];
    });
}

function useAgreementConcerns(): Concern[] {
  const { t } = useTranslation('admin');
  const { date } = useTimes();
  const organisationName = useOrganisationName();
  const today = todayInFinland();
  return (useAgreements().data ?? [])
    .filter(({ validUntil }) => validUntil >= today && validUntil < daysAfter(today, soonDays))
    .map((one) => ({
      id: one.id,
      tone: 'warn',
      section: 'agreements',
      itemId: one.id,
      what: t('agreements.parties', { principal: organisationName(one.principalId), provider: organisationName(one.providerId) }),
      why: t('overview.agreementEnds', { day: date(one.validUntil) }),
    }));
}
