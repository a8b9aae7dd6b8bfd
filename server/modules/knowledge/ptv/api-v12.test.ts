import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../../platform/clock/clock.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { createLog } from '../../../platform/log/log.ts';
import { testDatabase } from '../../../testing/database.ts';
import { aPtvServer } from '../../../testing/ptv-server.ts';
import { seedClassifications } from '../services/classifications/seeding.ts';
import { readPlace, readService } from '../services/service.ts';
import { sourceFor } from './runs/job.ts';
import { insertRun } from './runs/queries.ts';
import { runImport } from './runs/running.ts';

const clock = fixedClock('2026-11-23T08:00:00Z');
const { db: database } = await testDatabase();
const db = database.kysely;
const log = createLog('silent');
const ptv = await aPtvServer({ version: 'v12', apiKey: 'the right key' });
await inTransaction(db, seedClassifications);

const id = (number: number) => `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [CITY, COUNTY, GENERAL, SERVICE, PLACE, PHONE, FORM, PAGE, COLLECTION] = [
  id(1),
  id(2),
  id(3),
  id(4),
  id(5),
  id(6),
  id(7),
  id(8),
  id(9),
];
const at = '2026-03-01T08:00:00.000Z';
const KOKO = 'http://www.yso.fi/onto/koko/p6198';
const version = (name: string, rest: object = {}) => ({ name, alternativeName: null, summary: null, description: null, ...rest });
const phone = {
  type: 'DomesticPhone',
  number: '0190001234',
  chargeType: 'Charged',
  additionalInformation: 'Neuvonta',
  chargeDescription: null,
};
const channel = (contentId: string, serviceChannelType: string, languageVersions: object, rest: object = {}) => ({
  contentId,
  organizationContentId: CITY,
  serviceLanguages: ['fi', 'sv'],
  area: null,
  publishedAt: at,
  serviceChannelType,
  languageVersions,
  ...rest,
});
const service = {
  contentId: SERVICE,
  organizationContentId: CITY,
  generalDescriptionContentId: GENERAL,
  targetGroups: ['KR1.2'],
  lifeEvents: ['KE1'],
  serviceClasses: [],
  industrialClasses: [],
  ontologyTerms: [KOKO],
  producers: {
    selfProducedProducers: { organizations: [CITY] },
    procuredProducers: { organizations: [COUNTY], other: [] },
    otherProducers: { organizations: [], other: [] },
  },
  otherResponsibleOrganizations: [],
  chargeType: 'Free',
  fundingType: 'PubliclyFunded',
  serviceLanguages: ['fi', 'sv', 'sgn-fi'],
  area: { areaType: 'LimitedArea', municipalities: ['491'], regions: ['10'], wellbeingServicesCounties: [] },
  publishedAt: at,
  serviceType: 'PermitOrOtherObligation',
  languageVersions: {
    fi: version('Perhetyö', {
      description: 'Kunta **auttaa** [täällä](https://apu.example/).',
      freelyAssignedKeywords: ['kotiapu'],
      legislationLinks: [{ name: 'Sosiaalihuoltolaki', url: 'https://laki.example/fi' }],
      deadlineAdditionalInformation: 'Heti.',
    }),
    sv: version('Familjearbete', { legislationLinks: [{ name: 'Socialvårdslagen', url: 'https://laki.example/sv' }] }),
    se: version('Bearašbargu'),
  },
};

ptv.records = {
  organization: [
    {
      contentId: CITY,
      parentOrganizationContentId: null,
      businessId: '0000001-9',
      organizationType: 'Municipality',
      publishedAt: at,
      languageVersions: { fi: version('Kaupunki'), sv: version('Staden') },
    },
    {
      contentId: COUNTY,
      parentOrganizationContentId: CITY,
      businessId: '',
      organizationType: 'RegionalOrganization',
      publishedAt: at,
      languageVersions: { fi: version('Esimerkin hyvinvointialue') },
    },
  ],
  'general-description': [
    {
      contentId: GENERAL,
      organizationContentId: CITY,
      chargeType: null,
      generalDescriptionTypes: [],
      industrialClasses: [],
      lifeEvents: [],
      ontologyTerms: [],
      serviceClasses: ['P4.13'],
      targetGroups: [],
      publishedAt: at,
      serviceType: 'Service',
      languageVersions: {
        fi: {
          name: 'Perhetyö',
          backgroundDescription: 'Perhetyö tukee arjessa.',
          description: null,
          conditions: 'Perheelle.',
          legislationLinks: [],
          freelyAssignedKeywords: [],
        },
        en: { name: 'Family work', backgroundDescription: 'Family work supports everyday life.' },
      },
    },
  ],
  'service-channel': [
    channel(
      PLACE,
      'ServiceLocation',
      {
        fi: version('Perhekeskus', {
          alternativeName: 'Perheiden talo',
          isAlternativeNamePrimary: true,
          contactEmails: [{ email: 'perhe@kaupunki.example' }],
          contactPhoneNumbers: [phone],
          contactFaxNumbers: [{ ...phone, type: 'Fax' }],
          contactWebPages: [{ name: 'Sivut', url: 'https://perhe.example' }],
        }),
      },
      {
        location: {
          foreignAddresses: [],
          otherAddresses: [],
          streetAddresses: [
            {
              streetName: { fi: 'Maaherrankatu', sv: 'Landshövdingsgatan' },
              addressDetail: '9-11',
              postalCode: '50100',
              additionalInformation: {},
              coordinates: [
                { system: 'EPSG:3067', source: 'NLS', easting: 514366, northing: 6839282 },
                { system: 'EPSG:3067', source: 'User', easting: 514367, northing: 6839283 },
              ],
            },
          ],
        },
        serviceHours: {
          hours: [
            {
              type: 'WeeklyUntilFurtherNoticeServiceHour',
              heading: {},
              additionalInformation: { fi: 'Tervetuloa.' },
              weeklyHours: {
                monday: {
                  hours: [{ start: '09:00', end: '15:00', openingStatus: 'Open', repetition: 'Weekly', additionalInformation: {} }],
                },
              },
            },
          ],
          holidayServiceHours: null,
        },
      },
    ),
    channel(PHONE, 'TelephoneService', { fi: version('Perheneuvonta', { phoneNumbers: [phone] }) }),
    channel(FORM, 'PrintableForm', {
      fi: version('Hakemus', { formIdentifier: 'P 1', formFiles: [{ name: 'PDF', url: 'https://lomake.example/1.pdf', type: 'pdf' }] }),
    }),
    channel(
      PAGE,
      'EService',
      { fi: version('Perheasiointi', { webAddress: { name: 'Asioi', url: 'javascript:alert(1)' } }) },
      { electronicIdentification: 'Required' },
    ),
  ],
  service: [service],
  connection: [PLACE, PHONE, FORM].map((channelContentId) => ({
    serviceContentId: SERVICE,
    channelContentId,
    publishedAt: at,
    languageVersions: { fi: { description: 'Varaa aika.' } },
  })),
  'service-collection': [
    {
      contentId: COLLECTION,
      organizationContentId: CITY,
      languageVersions: { fi: version('Perheille') },
      items: [
        { itemType: 'Service', contentId: SERVICE },
        { itemType: 'Channel', contentId: PLACE },
      ],
    },
  ],
  'ontology-terms': [{ uri: KOKO, name: { fi: 'palveluohjaus', sv: 'servicehandledning', en: '' } }],
  'postal-codes': [{ code: '50100', name: { fi: 'MIKKELI', sv: 'S:T MICHEL' } }],
  'municipality-codes': [{ code: '491', name: { fi: 'Mikkeli', sv: 'S:t Michel' } }],
  'region-codes': [{ code: '10', name: { fi: 'Etelä-Savo' }, municipalities: ['213', '491'] }],
  'wellbeing-services-county-codes': [],
};

async function importNow(apiKey = 'the right key', since: string | null = null) {
  const run = {
    source: 'api-v12',
    mode: since ? 'changes' : 'everything',
    since: since ? Temporal.Instant.from(since) : null,
    askedBy: null,
    now: clock.now(),
  } as const;
  const runId = await inTransaction(db, (trx) => insertRun(trx, run));
  return runImport({ db, clock, log, source: sourceFor({ version: 'v12', url: ptv.url, apiKey }, undefined, 2) }, runId as string);
}

test('without the right key nothing is read, and the key is in no log', async () => {
  expect(await importNow('a wrong key')).toMatchObject({ state: 'failed', failure: 'key-refused' });
});

test('records come with their terms, post offices, areas and connections', async () => {
  const run = await importNow();
  expect([run?.state, Object.values(run?.counts ?? {}).map(({ faults }) => faults)]).toEqual(['done', [0, 0, 0, 0, 0]]);
  const read = (await readService(db, SERVICE))!;
  expect(read).toMatchObject({
    type: 'permit',
    charge: 'free',
    responsible: { names: { fi: 'Kaupunki', sv: 'Staden' }, kind: 'municipality' },
    producers: [{ names: { fi: 'Esimerkin hyvinvointialue' }, kind: 'wellbeing' }],
    languages: ['fi', 'sv', 'sgn-fi'],
    area: { municipalities: ['213', '491'], names: { fi: ['Etelä-Savo', 'Mikkeli'], sv: ['S:t Michel'] } },
    legislation: [
      {
        names: { fi: 'Sosiaalihuoltolaki', sv: 'Socialvårdslagen' },
        links: { fi: 'https://laki.example/fi', sv: 'https://laki.example/sv' },
      },
    ],
    terms: { fi: ['palveluohjaus', 'kotiapu'], sv: ['servicehandledning'] },
  });
  expect(read.texts.fi).toMatchObject({
    description: 'Perhetyö tukee arjessa.\n\nKunta auttaa täällä (https://apu.example/).',
    eligibility: 'Perheelle.',
    deadline: 'Heti.',
  });
  expect(Object.keys(read.texts).sort()).toEqual(['en', 'fi', 'sv']);
  expect(read.serviceClasses.map(({ code }) => code)).toEqual(['P4.13']);
  expect(read.lifeEvents).toEqual([{ code: 'KE1', names: { fi: 'Lapsen saaminen', sv: 'Att få barn', en: 'Having a child' } }]);
  expect(read.channels.map(({ kind, note }) => [kind, note.fi])).toEqual([
    ['place', 'Varaa aika.'],
    ['phone', 'Varaa aika.'],
    ['form', 'Varaa aika.'],
  ]);
});

test('a place has its name, point, hours and no fax; an e-service no link that is none', async () => {
  const place = (await readPlace(db, PLACE))!;
  expect(place).toMatchObject({
    texts: { fi: { name: 'Perheiden talo', alsoCalled: ['Perhekeskus'] } },
    address: { street: { sv: 'Landshövdingsgatan' }, number: '9-11', city: { fi: 'MIKKELI', sv: 'S:T MICHEL' } },
    phones: { fi: [{ number: '0190001234', charge: 'local', note: 'Neuvonta' }] },
    emails: { fi: ['perhe@kaupunki.example'] },
    opening: { weekly: [{ weekday: 1, opens: '09:00', closes: '15:00' }] },
    openingNotes: { fi: 'Tervetuloa.' },
  });
  expect(place.place?.latitude).toBeGreaterThan(61.686457794);
  const { rows } =
    await sql`select links, needs_sign_in as "needsSignIn", form_code as "formCode" from service_channel where id = any(${[FORM, PAGE]}::uuid[]) order by id`.execute(
      db,
    );
  expect(rows).toEqual([
    { links: { fi: [{ name: 'PDF', url: 'https://lomake.example/1.pdf' }] }, needsSignIn: false, formCode: 'P 1' },
    { links: {}, needsSignIn: true, formCode: null },
  ]);
  expect((await sql`select service_ids from service_collection`.execute(db)).rows).toEqual([{ service_ids: [SERVICE] }]);
});

test('again nothing is written; changes and what has been archived are asked by their dates', async () => {
  const again = await importNow();
  expect(Object.values(again?.counts ?? {}).map(({ written }) => written)).toEqual([0, 0, 0, 0, 0]);
  ptv.records.service = [{ ...service, publishedAt: '2026-11-22T10:00:00.000Z', chargeType: 'Charged' }];
  ptv.archived['service-channel'] = [{ contentId: PAGE, at: '2026-11-22T09:00:00.000Z' }];
  ptv.records['service-channel'] = ptv.records['service-channel']!.filter(({ contentId }) => contentId !== PAGE);
  ptv.asked.length = 0;
  const run = await importNow('the right key', '2026-11-21T00:00:00Z');
  expect(run?.state).toBe('asks');
  expect(run?.withdrawing).toEqual({ channels: { known: 4, missing: 1 } });
  await sql`update import_run set state = 'running', approved_at = now() where id = ${run!.id}::uuid`.execute(db);
  const done = await runImport(
    { db, clock, log, source: sourceFor({ version: 'v12', url: ptv.url, apiKey: 'the right key' }, undefined, 2) },
    run!.id,
  );
  expect(done).toMatchObject({ state: 'done', counts: { services: { read: 1, written: 1 }, channels: { read: 0, withdrawn: 1 } } });
  expect((await readService(db, SERVICE))?.charge).toBe('charged');
  expect(ptv.asked).toContain('/service/search?pageSize=100&page=1&publishedAtOrAfter=2026-11-21T00%3A00%3A00.000Z');
});
