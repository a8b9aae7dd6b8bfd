import type { OpeningHours } from '../../../platform/clock/opening.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Directory } from '../../site/service.ts';
import { readPlace } from '../services/service.ts';
import type { ChannelView, PlaceView } from '../services/types.ts';
import type { PagesDeps } from './deps.ts';
import type { PlacePage } from './place-page.ts';
import { adviceAt, presentAt } from './presence.ts';
import { exceptionsOfPoints, placeOfPoint, stopsOfPoints } from './queries.ts';
import type { Reader } from './reader.ts';

/**
 * A place by its id in the directory or by the id of a point of ours; a point's own hours and telephone stand, and the directory tells the
 * rest. Look at `retiredAt`.
 * @throws NotFound
 */
export async function placeToShow(deps: PagesDeps, reader: Reader, id: string): Promise<PlacePage> {
  const { db, publicUrl } = deps;
  const directory = await deps.directory.read();
  const ofPoint = directory.points.find((each) => each.id === id);
  const place = await readPlace(db, (ofPoint && (await placeOfPoint(db, ofPoint.id))?.id) ?? id);
  const point = ofPoint ?? directory.points.find((each) => each.id === place?.pointId);
  if (!point) {
    if (!place) throw new NotFound();
    return { place, present: [], advice: [], stops: [], publicUrl };
  }
  const isStop = point.mobile && place !== null && !isPointItself(place, point);
  return {
    place: isStop ? place : withPoint(place, point),
    present: isStop ? [] : presentAt(reader, directory, point.id),
    advice: await adviceAt(deps, reader, directory, point.id),
    stops: point.mobile && !isStop ? (await stopsOfPoints(db)).filter(({ pointId }) => pointId === point.id) : [],
    publicUrl,
  };
}

type Point = Directory['points'][number];

const isPointItself = ({ texts }: Pick<ChannelView, 'texts'>, { mobile, name }: Point) => !mobile || texts.fi?.name === name.fi;

/** Today's points of ours with the days on which they differ. */
export async function pointsToShow({ db, directory }: Pick<PagesDeps, 'db' | 'directory'>): Promise<Point[]> {
  const [{ points }, told] = [await directory.read(), await exceptionsOfPoints(db)];
  return points.map((point) => {
    const exceptions = told.filter(({ pointId }) => pointId === point.id).flatMap((each) => each.exceptions);
    return { ...point, opening: hoursOf(point, exceptions) };
  });
}

/** Places that are points of ours have the points' own hours. */
export function withPointHours<C extends ChannelView>(channels: readonly C[], { points }: Directory): C[] {
  return channels.map((channel) => {
    const point = points.find(({ id }) => id === channel.pointId);
    return point && isPointItself(channel, point) ? { ...channel, opening: hoursOf(point, channel.opening?.exceptions ?? []) } : channel;
  });
}

/** The week is the point's, kept where people work; its exceptions are those told there and in the directory, there first. */
function hoursOf({ opening }: Point, told: OpeningHours['exceptions']): OpeningHours {
  const own = new Set(opening.exceptions.map(({ date }) => date));
  return { ...opening, exceptions: [...opening.exceptions, ...told.filter(({ date }) => !own.has(date))] };
}

/** A bus has no address of its own: its stops have. */
function withPoint(place: PlaceView | null, point: Point): PlaceView {
  const told = place ?? withoutDirectory(point);
  const phones = point.phone ? { fi: [{ number: point.phone, charge: 'other' as const, note: '' }] } : told.phones;
  const where = point.mobile ? { address: null, place: null } : {};
  return { ...told, ...where, opening: hoursOf(point, place?.opening?.exceptions ?? []), phones };
}

/** A point that the directory does not know. */
function withoutDirectory(point: Point): PlaceView {
  const { fi, sv, en } = point.name;
  return {
    id: point.id,
    source: 'own',
    kind: 'place',
    responsible: null,
    texts: { fi: { name: fi }, sv: { name: sv }, en: { name: en } },
    languages: [],
    links: {},
    phones: {},
    emails: {},
    opening: point.opening,
    openingNotes: {},
    address: point.street
      ? { street: { fi: point.street }, number: '', postalCode: point.postalCode, city: { fi: point.city }, note: {} }
      : null,
    place: null,
    accessibility: [],
    needsSignIn: false,
    formCode: null,
    pointId: point.id,
    modifiedAt: null,
    retiredAt: null,
    services: [],
  };
}
