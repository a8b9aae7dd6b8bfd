import type { Actor } from '../../../identity/types.ts';
import type { Booking } from '../../types.ts';
import { keepingOf, mayPlace } from '../keeping.ts';
import * as rows from './queries.ts';
import type { BookingChoices } from './schema.ts';

/** The organisations one keeps, the places where their services can be given with the queues there, and who could serve. */
export async function choicesFor({ db }: Booking, actor: Actor): Promise<BookingChoices> {
  const keeping = await keepingOf(db, actor);
  const organisationIds = [...keeping.organisations];
  const [places, people] = await Promise.all([rows.allPlaces(db), rows.peopleOf(db, organisationIds, [...keeping.points])]);
  const offered = places.map((place) => ({
    ...place,
    kept: keeping.points.has(place.pointId),
    organisationIds: organisationIds.filter((one) => mayPlace(keeping, one, place.pointId)),
  }));
  return { organisationIds, places: offered.filter(({ kept, organisationIds: those }) => kept || those.length > 0), people };
}
