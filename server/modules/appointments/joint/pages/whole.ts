import { NotFound } from '../../../../platform/errors.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import type { PagesDeps } from '../../pages/deps.ts';
import { type OfferedService, type PointRow, serviceOf } from '../../pages/queries.ts';
import { placeOf, placesOfParts } from '../../stops/places.ts';
import { type JointRow, jointOf, partsOfJoint } from '../queries.ts';
import { stateOf } from '../reading.ts';
import type { JointBooking } from '../schema.ts';

export type Whole = {
  joint: JointRow;
  parts: (AppointmentRow & { service: OfferedService })[];
  first: AppointmentRow;
  /** The place of all of it; of a course at several stops of a bus, the bus. */
  point: PointRow | undefined;
  /** Of its parts, each once. */
  points: PointRow[];
  state: JointBooking['state'];
};

/** @throws NotFound */
export async function readWhole({ db, clock }: PagesDeps, id: string): Promise<Whole> {
  const joint = await jointOf(db, id);
  const rows = joint ? await partsOfJoint(db, id) : [];
  const parts: Whole['parts'] = [];
  const services = new Map<string, OfferedService | undefined>();
  for (const row of rows) {
    if (!services.has(row.bookableId)) services.set(row.bookableId, await serviceOf(db, row.bookableId));
    const service = services.get(row.bookableId);
    if (service) parts.push({ ...row, service });
  }
  const [first] = parts;
  if (!joint || !first) throw new NotFound();
  const points = await placesOfParts(db, rows);
  const point = points.length > 1 && first.pointId ? await placeOf(db, first.pointId) : points[0];
  return { joint, parts, first, point, points, state: stateOf(rows, clock.now()) };
}
