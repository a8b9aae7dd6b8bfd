import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../../../platform/db/tables.ts';
import { inTransaction } from '../../../../platform/db/transaction.ts';
import type { ChannelRecord, ServiceRecord, ServiceTexts } from '../../services/types.ts';
import { putChannels } from '../../services/writing/channels.ts';
import { joinOrganisation, putOrganisations } from '../../services/writing/organisations.ts';
import { putServices } from '../../services/writing/services.ts';

const noClasses = { lifeEvents: [], serviceClasses: [], targetGroups: [], terms: {} };

/** Organisations of the directory by their Finnish names. */
export async function someProviders(db: Kysely<Tables>, names: readonly string[]): Promise<string[]> {
  const records = names.map((name) => ({
    id: randomUUID(),
    names: { fi: name },
    kind: 'municipality' as const,
    businessCode: null,
    parentId: null,
    modifiedAt: null,
  }));
  await inTransaction(db, (trx) => putOrganisations(trx, records, 'ptv'));
  return records.map(({ id }) => id);
}

/** Says that an organisation of the directory is one of the installation's own. */
export async function ours(db: Kysely<Tables>, providerId: string, organisationId: string): Promise<void> {
  await inTransaction(db, (trx) => joinOrganisation(trx, providerId, organisationId));
}

export async function aPlace(db: Kysely<Tables>, name: string, place: ChannelRecord['place'] = null): Promise<string> {
  const record: ChannelRecord = {
    id: randomUUID(),
    kind: 'place',
    responsibleId: null,
    texts: { fi: { name } },
    languages: ['fi'],
    links: {},
    phones: {},
    emails: {},
    opening: null,
    openingNotes: {},
    address: { street: { fi: 'Rantatie' }, number: '4', postalCode: '19650', city: { fi: 'Mallila' }, note: {} },
    place,
    accessibility: [],
    needsSignIn: false,
    formCode: null,
    modifiedAt: null,
  };
  await inTransaction(db, (trx) => putChannels(trx, [record], 'ptv'));
  return record.id;
}

type Parts = { placeIds?: readonly string[]; ids?: readonly string[]; lifeEvents?: string[] };

/** A service of each provider with one and the same text. @returns their ids */
export async function aService(
  db: Kysely<Tables>,
  texts: ServiceTexts,
  providers: readonly (string | null)[] = [null],
  { placeIds = [], ids = providers.map(() => randomUUID()), lifeEvents = [] }: Parts = {},
): Promise<string[]> {
  const records = providers.map(
    (responsibleId, place): ServiceRecord => ({
      id: ids[place] as string,
      generalId: null,
      responsibleId,
      producerIds: [],
      languages: ['fi'],
      area: { municipalities: [], names: {} },
      connections: placeIds.map((channelId) => ({ channelId, note: {} })),
      texts,
      classes: { ...noClasses, lifeEvents },
      type: 'service',
      charge: null,
      legislation: [],
      modifiedAt: null,
    }),
  );
  await inTransaction(db, (trx) => putServices(trx, records, 'ptv'));
  return records.map(({ id }) => id);
}
