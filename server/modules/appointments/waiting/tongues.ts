import { fitting, wantedFor } from '../capacity/rules.ts';
import type { Capacity } from '../capacity/types.ts';
import type { Booking } from '../types.ts';
import type { WaitingWish } from './types.ts';

type Wish = Pick<WaitingWish, 'bookableId' | 'pointIds' | 'needs'> & { language: string | null };

/**
 * Where nobody at any of the places serves in their language they would wait in vain: whoever serves there instead, by place.
 * @returns null when somebody does, and the language is kept to
 */
export async function servingInAnother(
  { capacities }: Pick<Booking, 'capacities'>,
  wish: Wish,
): Promise<Map<string | null, string[]> | null> {
  const places = wish.pointIds.length > 0 ? wish.pointIds : [null];
  const found = (await Promise.all(places.map((id) => capacities.at(wish.bookableId, id)))).filter((it) => it !== undefined);
  if (found.some((capacity) => serving(capacity, wish).length > 0)) return null;
  return new Map(found.map((capacity) => [capacity.bookable.pointId, serving(capacity, { ...wish, language: null })]));
}

const serving = (capacity: Capacity, wish: Wish): string[] =>
  fitting(capacity, wantedFor(capacity.bookable, wish), wish)
    .flat()
    .flatMap(({ id, kind }) => (kind === 'person' ? [id] : []));
