import { measureAvailability } from './availability/measuring.ts';
import { countPunctuality } from './punctuality/counting.ts';

/** Every hour; the first of a day after seven does the work, the others find it done. */
export async function measureBooking(deps: Parameters<typeof measureAvailability>[0]): Promise<void> {
  const measured = await measureAvailability(deps);
  if (measured > 0) await countPunctuality(deps);
}
