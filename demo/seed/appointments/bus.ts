import type { Names } from '../../../server/modules/directory/types.ts';
import type { Trx } from '../../../server/platform/db/transaction.ts';
import { ANCHOR } from './resources.ts';

const name = (fi: string, sv: string, en: string): Names => ({ fi, sv, en });

type DemoStop = {
  name: Names;
  street: string;
  at: [latitude: number, longitude: number];
  weekday: number;
  opens: string;
  closes: string;
  everyWeeks?: number;
  finding: Names;
  accessibility: Names;
};

/** The stops of Mallila's service bus, where the directory has them. */
const stops: DemoStop[] = [
  {
    ...{ street: 'Koivukyläntie 8', at: [63.0871, 25.9126], weekday: 2, opens: '09:30', closes: '10:45' },
    name: name('Koivukylän kauppa', 'Björkby butik', 'Koivukylä shop'),
    finding: name(
      'Bussi on kaupan pihalla, postilaatikoiden vieressä.',
      'Bussen står på butikens gård, bredvid postlådorna.',
      'The bus is in the shop yard, beside the post boxes.',
    ),
    accessibility: name(
      'Tasainen asfaltti\nEsteetön WC kaupassa',
      'Jämn asfalt\nTillgänglig toalett i butiken',
      'Level asphalt\nAccessible toilet in the shop',
    ),
  },
  {
    ...{ street: 'Järvenperäntie 40', at: [63.1043, 25.6688], weekday: 2, opens: '11:15', closes: '13:30' },
    name: name('Järvenperän seurantalo', 'Träskända föreningshus', 'Järvenperä village hall'),
    finding: name('Bussi on seurantalon edessä.', 'Bussen står framför föreningshuset.', 'The bus is in front of the village hall.'),
    accessibility: name('Piha on soraa', 'Gården är av grus', 'The yard is gravel'),
  },
  {
    ...{ street: 'Hakalankuja 2', at: [62.9961, 25.7009], weekday: 4, opens: '09:30', closes: '11:00' },
    name: name('Hakalan palvelutalo', 'Hakala servicehus', 'Hakala service house'),
    finding: name('Bussi on pääoven luona.', 'Bussen står vid huvuddörren.', 'The bus is by the main door.'),
    accessibility: name('Katettu, tasainen oviedusta', 'Jämnt område under tak vid dörren', 'Level, covered area by the door'),
  },
  {
    ...{ street: 'Lehtolankaari 15', at: [62.9418, 25.8203], weekday: 4, opens: '11:45', closes: '13:30', everyWeeks: 2 },
    name: name('Lehtolan koulu', 'Lehtola skola', 'Lehtola school'),
    finding: name('Bussi on koulun parkkipaikalla.', 'Bussen står på skolans parkering.', 'The bus is in the school car park.'),
    accessibility: name('Tasainen asfaltti', 'Jämn asfalt', 'Level asphalt'),
  },
];

/** What the bus is, where it stands, and the queue that its arrivals join. @returns the queue */
export async function seedBus(trx: Trx, busId: string, organisationId: string): Promise<string> {
  const onBoard = name(
    'Neuvontaa ja digitukea\nEtähuone, jossa puhut asiantuntijan kanssa videolla\nTulostin ja skanneri',
    'Rådgivning och digitalt stöd\nEtt rum där du talar med en sakkunnig per video\nSkrivare och skanner',
    'Advice and digital support\nA room where you talk to a specialist by video\nPrinter and scanner',
  );
  const accessibility = name(
    'Nostin pyörätuolille\nInduktiosilmukka etähuoneessa',
    'Lift för rullstol\nHörselslinga i videorummet',
    'Wheelchair lift\nHearing loop in the video room',
  );
  await trx
    .insertInto('bus')
    .values({ point_id: busId, on_board: JSON.stringify(onBoard), accessibility: JSON.stringify(accessibility) })
    .execute();
  for (const stop of stops) await seedStop(trx, busId, stop);
  const words = JSON.stringify(name('Palvelubussi', 'Servicebussen', 'Service bus'));
  const { id } = await trx
    .insertInto('queue')
    .values({ point_id: busId, organisation_id: organisationId, kind: 'service', name: words, prefix: 'P', usual_minutes: 20 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function seedStop(trx: Trx, busId: string, stop: DemoStop): Promise<void> {
  const [latitude, longitude] = stop.at;
  const { id } = await trx
    .insertInto('bus_stop')
    .values({
      ...{ bus_id: busId, street: stop.street, postal_code: '99992', city: 'Mallila', latitude, longitude },
      ...{ name: JSON.stringify(stop.name), finding: JSON.stringify(stop.finding), accessibility: JSON.stringify(stop.accessibility) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { weekday, opens, closes, everyWeeks = 1 } = stop;
  await trx
    .insertInto('bus_stop_hours')
    .values({ stop_id: id, anchor: Temporal.PlainDate.from(ANCHOR), weekdays: [weekday], opens, closes, every_weeks: everyWeeks })
    .execute();
}
