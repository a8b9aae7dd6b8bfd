import { NotFound } from '../../../../platform/errors.ts';
import type { AppointmentRow } from '../../booking/queries.ts';
import type { PagesDeps } from '../../pages/deps.ts';
import { type OfferedService, type PointRow, pointOf, serviceOf } from '../../pages/queries.ts';
import { type JointRow, jointOf, partsOfJoint } from '../queries.ts';
import { stateOf } from '../reading.ts';
import type { JointBooking } from '../schema.ts';

export type Whole = {
  joint: JointRow;
  parts: (AppointmentRow & { service: OfferedService })[];
  first: AppointmentRow;
  point: PointRow | undefined;
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
  const point = first.pointId ? await pointOf(db, first.pointId) : undefined;
  return { joint, parts, first, point, state: stateOf(rows, clock.now()) };
}
