import type { Db } from '../../../platform/db/transaction.ts';
import {
  type ChannelRow,
  channelById,
  channelsOfService,
  classRows,
  organisationById,
  organisationNames,
  placeRows,
  providersOf,
  type ServiceLineRow,
  serviceById,
  servicesAt,
  servicesOfClass,
  servicesOfOrganisation,
} from './queries.ts';
import type {
  ChannelView,
  ClassName,
  LocalText,
  OrganisationName,
  OrganisationView,
  PlaceLine,
  PlaceView,
  Provider,
  Scheme,
  ServiceLine,
  ServiceView,
} from './types.ts';

/** A list on one page; what is more is found by searching. */
const LONGEST_LIST = 200;

/** A service with its merged texts, classes by name, organisations and channels; null when there is none. Look at `retiredAt`. */
export async function readService(db: Db, id: string): Promise<ServiceView | null> {
  const row = await serviceById(db, id);
  if (!row) return null;
  const channels = await channelsOfService(db, id);
  const names = await organisationNames(db, [row.responsibleId, ...row.producerIds, ...channels.map((each) => each.responsibleId)]);
  const classes = await classNames(db);
  const { responsibleId, producerIds, ...rest } = row;
  return {
    ...rest,
    lifeEvents: named(row.lifeEvents, classes),
    serviceClasses: named(row.serviceClasses, classes),
    targetGroups: named(row.targetGroups, classes),
    responsible: nameOf(names, responsibleId),
    producers: producerIds.flatMap((producer) => nameOf(names, producer) ?? []),
    channels: channels.map(({ note, ...channel }) => ({ ...viewOf(channel, names), note })),
  };
}

/** A place with the services given there; null when there is none, or it is another kind of channel. */
export async function readPlace(db: Db, id: string): Promise<PlaceView | null> {
  const row = await channelById(db, id, 'place');
  if (!row) return null;
  const names = await organisationNames(db, [row.responsibleId]);
  return { ...viewOf(row, names), services: await linesOf(db, await servicesAt(db, id)) };
}

/** Any channel: an e-service, a form, a telephone. */
export async function readChannel(db: Db, id: string): Promise<PlaceView | null> {
  const row = await channelById(db, id);
  if (!row) return null;
  const names = await organisationNames(db, [row.responsibleId]);
  return { ...viewOf(row, names), services: await linesOf(db, await servicesAt(db, id)) };
}

export async function readOrganisation(db: Db, id: string): Promise<(OrganisationView & { services: ServiceLine[] }) | null> {
  const organisation = await organisationById(db, id);
  if (!organisation) return null;
  return { ...organisation, services: await linesOf(db, await servicesOfOrganisation(db, id, LONGEST_LIST)) };
}

/** Places by name. */
export async function listPlaces(db: Db, { limit = LONGEST_LIST, offset = 0 } = {}): Promise<PlaceLine[]> {
  const rows = await placeRows(db, { limit, offset });
  const names = await organisationNames(
    db,
    rows.map(({ responsibleId }) => responsibleId),
  );
  return rows.map((row) => {
    const { id, texts, opening, openingNotes, address, place, pointId, responsible } = viewOf(row, names);
    return { id, texts, opening, openingNotes, address, place, pointId, responsible };
  });
}

export async function servicesOfPlace(db: Db, placeId: string): Promise<ServiceLine[]> {
  return linesOf(db, await servicesAt(db, placeId));
}

/** One service for each distinct text of a life event (`KE4` holds `KE4.1` too), those of the installation's own organisations first. */
export async function servicesOfLifeEvent(db: Db, code: string, limit: number = LONGEST_LIST): Promise<ServiceLine[]> {
  const all = await classRows(db, 'life-event');
  const codes = all.filter((each) => each.code === code || each.parentCode === code).map((each) => each.code);
  return linesOf(db, await servicesOfClass(db, 'life-event', codes, limit));
}

/** Who provides each text and where: search ranks distinct texts, and this expands them. Keys are text ids. */
export async function providersOfTexts(db: Db, textIds: readonly string[], each = 10): Promise<Map<string, Provider[]>> {
  const rows = await providersOf(db, textIds, each);
  const names = await organisationNames(
    db,
    rows.map(({ responsibleId }) => responsibleId),
  );
  const providers = rows.map(({ textId, serviceId, responsibleId, places }) => ({
    textId,
    provider: { serviceId, places, responsible: nameOf(names, responsibleId) },
  }));
  return new Map([...Map.groupBy(providers, ({ textId }) => textId)].map(([id, rows]) => [id, rows.map(({ provider }) => provider)]));
}

/** A classification in the order of its codes. */
export async function listClasses(db: Db, scheme: Scheme): Promise<(ClassName & { parentCode: string | null })[]> {
  return (await classRows(db, scheme)).map(({ code, names, parentCode }) => ({ code, names, parentCode }));
}

/** The names of all classes by code; codes of different schemes begin differently. */
export async function classNames(db: Db): Promise<Map<string, LocalText>> {
  return new Map((await classRows(db)).map(({ code, names }) => [code, names]));
}

type Names = ReadonlyMap<string, OrganisationName>;

const nameOf = (names: Names, id: string | null): OrganisationName | null => (id ? (names.get(id) ?? null) : null);

const named = (codes: readonly string[], classes: ReadonlyMap<string, LocalText>): ClassName[] =>
  codes.map((code) => ({ code, names: classes.get(code) ?? {} }));

function viewOf({ responsibleId, latitude, longitude, ...row }: ChannelRow, names: Names): ChannelView {
  const place = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  return { ...row, place, responsible: nameOf(names, responsibleId) };
}

async function linesOf(db: Db, rows: readonly ServiceLineRow[]): Promise<ServiceLine[]> {
  const names = await organisationNames(
    db,
    rows.map(({ responsibleId }) => responsibleId),
  );
  return rows.map(({ id, textId, texts, responsibleId }) => ({
    id,
    textId,
    texts: Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, briefly(words)])),
    responsible: nameOf(names, responsibleId),
  }));
}

const briefly = ({ name, summary }: { name?: string; summary?: string }) => ({
  ...(name ? { name } : {}),
  ...(summary ? { summary } : {}),
});
