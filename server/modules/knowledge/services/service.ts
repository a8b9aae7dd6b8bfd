import type { Db } from '../../../platform/db/transaction.ts';
import {
  type ChannelRow,
  channelById,
  channelsOfService,
  classRows,
  organisationNames,
  type ServiceLineRow,
  serviceById,
  servicesAt,
  servicesOfClass,
} from './queries.ts';
import type { ChannelView, ClassName, LocalText, OrganisationName, PlaceView, Scheme, ServiceLine, ServiceView } from './types.ts';

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

/** One service for each distinct text of a life event (`KE4` holds `KE4.1` too), those of the installation's own organisations first. */
export async function servicesOfLifeEvent(db: Db, code: string, limit: number = LONGEST_LIST): Promise<ServiceLine[]> {
  const all = await classRows(db, 'life-event');
  const codes = all.filter((each) => each.code === code || each.parentCode === code).map((each) => each.code);
  return linesOf(db, await servicesOfClass(db, 'life-event', codes, limit));
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
