import type { Caller } from '../../server/testing/app.ts';
import type { Town } from '../../server/testing/town.ts';

/** What Aino says of what she knows; `version`: the profile it changes. */
export const aProfile = ({ units }: Town, version: number) => ({
  version,
  unitId: units.front,
  skills: [{ fi: 'Pysäköinti', sv: 'Parkering', en: 'Parking' }],
  languages: ['fi'],
  serviceIds: [],
  cardIds: [],
  askedBy: ['call'],
  phone: '019 000 1001',
  phoneHours: null,
  duty: { weekly: [], exceptions: [], holidaysClosed: true },
  backupId: null,
});

/** @returns Aino, who is a specialist from now on */
export async function aSpecialist(aino: Caller, town: Town): Promise<string> {
  const { personId } = town.aino.actor;
  const answer = await aino.call('PUT', `/api/knowledge/specialists/${personId}`, aProfile(town, 0));
  if (answer.status !== 204) throw new Error(`a specialist: ${answer.status} ${answer.text}`);
  return personId;
}
