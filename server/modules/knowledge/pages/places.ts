import { NotFound } from '../../../platform/errors.ts';
import type { Directory } from '../../site/service.ts';
import { readPlace } from '../services/service.ts';
import type { ChannelView, PlaceView } from '../services/types.ts';
import type { PagesDeps } from './deps.ts';
import type { PlacePage } from './place-page.ts';
import { adviceAt, presentAt } from './presence.ts';
import { placeOfPoint, placesOfPoints } from './queries.ts';
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
  const isStop = point.mobile && !ofPoint;
  return {
    place: isStop && place ? place : withPoint(place, point),
    present: isStop ? [] : presentAt(reader, directory, point.id),
    advice: await adviceAt(deps, reader, point.id),
    stops: point.mobile && !isStop ? (await placesOfPoints(db)).filter(({ pointId }) => pointId === point.id) : [],
    publicUrl,
  };
}

type Point = Directory['points'][number];

/** A place that is a point of ours has the point's own hours: they are kept where people work. */
export function withPointHours<C extends ChannelView>(channels: readonly C[], { points }: Directory): C[] {
  return channels.map((channel) => {
    const point = points.find(({ id, mobile }) => id === channel.pointId && !mobile);
    return point ? { ...channel, opening: point.opening } : channel;
  });
}

function withPoint(place: PlaceView | null, point: Point): PlaceView {
  const told = place ?? withoutDirectory(point);
  const phones = point.phone ? { fi: [{ number: point.phone, charge: 'other' as const, note: '' }] } : told.phones;
  return { ...told, opening: point.opening, phones };
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
