import type { Specialist, SpecialistHours, SpecialistInput } from '../../../shared/api/specialists.ts';

export type Named = { kind: 'service' | 'card'; id: string; name: string };

/** A profile as it is being written: what it answers for with names, and empty lines where one is about to write. */
export type Written = Omit<SpecialistInput, 'serviceIds' | 'cardIds' | 'version'> & { answersFor: Named[] };

const noSkill = { fi: '', sv: '', en: '' };
export const noHours: SpecialistHours = { weekly: [], exceptions: [], holidaysClosed: true };

export function writtenOf(
  kept: Specialist | null,
  fresh: { unitId: string; language: string; isAsked: boolean },
  nameOf: (names: Record<string, string>) => string,
): Written {
  if (!kept) {
    const { unitId, language, isAsked } = fresh;
    const askedBy: Written['askedBy'] = [isAsked ? 'request' : 'call'];
    return {
      unitId,
      skills: [noSkill],
      languages: [language],
      answersFor: [],
      askedBy,
      phone: '',
      phoneHours: null,
      duty: noHours,
      backupId: null,
    };
  }
  const { unitId, skills, languages, askedBy, phone, phoneHours, duty, backup, services, cards } = kept;
  const answersFor: Named[] = [
    ...services.map(({ id, names }) => ({ kind: 'service' as const, id, name: nameOf(names) })),
    ...cards.map(({ id, titles }) => ({ kind: 'card' as const, id, name: nameOf(titles) })),
  ];
  return { unitId, skills, languages, askedBy, phone, phoneHours, duty, backupId: backup?.id ?? null, answersFor };
}

/** Lines that were left empty are not sent. */
export function inputOf({ answersFor, ...rest }: Written, version: number): SpecialistInput {
  const idsOf = (kind: Named['kind']) => answersFor.filter((one) => one.kind === kind).map(({ id }) => id);
  const skills = rest.skills.filter((skill) => Object.values(skill).some((text) => text.trim()));
  return { ...rest, skills, serviceIds: idsOf('service'), cardIds: idsOf('card'), version };
}

/** What has to be there before it can be kept. */
export function missingIn(written: Written): ('skills' | 'translations' | 'languages' | 'ways' | 'phone')[] {
  const { skills } = inputOf(written, 0);
  return [
    ...(skills.length > 0 ? [] : (['skills'] as const)),
    ...(skills.every((skill) => Object.values(skill).every((text) => text.trim())) ? [] : (['translations'] as const)),
    ...(written.languages.length > 0 ? [] : (['languages'] as const)),
    ...(written.askedBy.length > 0 ? [] : (['ways'] as const)),
    ...(!written.askedBy.includes('call') || written.phone.trim() ? [] : (['phone'] as const)),
  ];
}
