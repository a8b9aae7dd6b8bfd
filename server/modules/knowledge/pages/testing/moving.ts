import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { OpeningHours } from '../../../../platform/clock/opening.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { ChannelRecord, ServiceRecord } from '../../services/types.ts';
import { joinPlace, putChannels } from '../../services/writing/channels.ts';
import { putOrganisations } from '../../services/writing/organisations.ts';
import { putServices } from '../../services/writing/services.ts';

const noon: OpeningHours = {
  zone: 'Europe/Helsinki',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' })),
  exceptions: [{ date: '2026-11-25', closed: true }],
  holidaysClosed: true,
};

export const aChannel = (kind: ChannelRecord['kind'], parts: Partial<ChannelRecord>): ChannelRecord => ({
  id: randomUUID(),
  kind,
  responsibleId: null,
  texts: {},
  languages: ['fi', 'sv'],
  links: {},
  phones: {},
  emails: {},
  opening: null,
  openingNotes: {},
  address: null,
  place: null,
  accessibility: [],
  needsSignIn: false,
  formCode: null,
  modifiedAt: null,
  ...parts,
});

export const aServiceRecord = (parts: Partial<ServiceRecord>): ServiceRecord => ({
  id: randomUUID(),
  generalId: null,
  responsibleId: null,
  producerIds: [],
  languages: ['fi', 'sv'],
  area: { nationwide: true },
  connections: [],
  texts: {},
  classes: { lifeEvents: [], serviceClasses: [], targetGroups: [], terms: {} },
  type: 'service',
  charge: null,
  legislation: [],
  modifiedAt: null,
  ...parts,
});

/** The notice of moving with every kind of channel, at an authority and at a place that is a point of ours. */
export async function aMovingService(db: Kysely<Tables>, pointId: string) {
  const authority = { id: randomUUID(), names: { fi: 'Muuttovirasto', sv: 'Flyttverket', en: 'Moving Agency' } };
  const records = channels(authority.id);
  const { web, phone, place, form, page } = records;
  const service = aServiceRecord({
    responsibleId: authority.id,
    texts: {
      fi: {
        name: 'Muuttoilmoitus',
        summary: 'Kerro uusi osoitteesi, kun muutat. Yksi ilmoitus riittää.',
        description: 'Ilmoitus kulkee väestötietoihin.\n- Tee se ajoissa.\n- Ilmoita kaikki muuttajat.',
        deadline: 'Viimeistään viikon kuluttua muutosta.',
        eligibility: 'Kaikille, jotka muuttavat pysyvästi.',
      },
      sv: { name: 'Flyttanmälan', summary: 'Meddela din nya adress när du flyttar.' },
      plain: { summary: 'Muutatko? Kerro uusi osoitteesi.' },
    },
    classes: { lifeEvents: ['KE4', 'KE4.2'], serviceClasses: [], targetGroups: [], terms: { fi: ['osoitteenmuutos'] } },
    charge: 'free',
    connections: Object.values(records).map(({ id }) => ({ channelId: id, note: {} })),
    legislation: [{ names: { fi: 'Kotikuntalaki (201/1994)' }, links: { fi: 'https://laki.example/201-1994' } }],
  });
  await inTransaction(db, async (trx) => {
    await putOrganisations(trx, [{ ...authority, kind: 'state', businessCode: null, parentId: null, modifiedAt: null }], 'own');
    await putChannels(trx, Object.values(records), 'own');
    await joinPlace(trx, place.id, pointId);
    await putServices(trx, [service], 'own');
  });
  return { service: service.id, web: web.id, phone: phone.id, place: place.id, form: form.id, page: page.id };
}

function channels(responsibleId: string) {
  return {
    form: aChannel('form', {
      responsibleId,
      texts: { fi: { name: 'Muuttoilmoituslomake' }, sv: { name: 'Flyttblanketten' } },
      links: { fi: [{ name: 'Lomake', url: 'https://muutto.example/lomake.pdf' }] },
    }),
    place: aChannel('place', {
      responsibleId,
      texts: { fi: { name: 'Muuttovirasto, Mallila', summary: 'Sisäänkäynti torin puolelta.' }, sv: { name: 'Flyttverket, Mallila' } },
      address: { street: { fi: 'Torikuja', sv: 'Torggränden' }, number: '4', postalCode: '99990', city: { fi: 'Mallila' }, note: {} },
      place: { latitude: 61.5, longitude: 25.25 },
      accessibility: [{ group: { fi: 'Sisäänkäynti' }, sentences: { fi: ['Ovi avautuu itsestään.', 'Kynnystä ei ole.'] } }],
    }),
    phone: aChannel('phone', {
      responsibleId,
      texts: { fi: { name: 'Muuttopuhelin' }, sv: { name: 'Flyttelefonen' } },
      phones: { fi: [{ number: '019 000 7000', charge: 'free', note: '' }] },
      opening: noon,
    }),
    web: aChannel('e-service', {
      responsibleId,
      texts: { fi: { name: 'Tee muuttoilmoitus verkossa' }, sv: { name: 'Gör flyttanmälan på webben' } },
      links: { fi: [{ name: 'Muutto', url: 'https://muutto.example/' }], sv: [{ name: 'Flytt', url: 'https://muutto.example/sv' }] },
      needsSignIn: true,
    }),
    page: aChannel('web-page', {
      texts: { fi: { name: 'Muuttajan muistilista' } },
      links: { fi: [{ name: '', url: 'https://muutto.example/muistilista' }] },
    }),
  };
}
