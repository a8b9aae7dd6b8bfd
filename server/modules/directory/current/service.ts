import type { Clock } from '../../../platform/clock/clock.ts';
import { dayOf } from '../../../platform/clock/day.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { allOrganisations } from '../organisations/queries.ts';
import { allPoints } from '../points/queries.ts';
import { isCurrent } from '../rules.ts';
import { allUnits } from '../units/queries.ts';
import type { Directory } from './schema.ts';

/** The directory of today, kept in memory until something in it changes or the day does. */
export type CurrentDirectory = {
  read(): Promise<Directory>;
  /** Called by the reaction to `directory.changed`, on every node. */
  forget(): void;
};

export function currentDirectory(db: Db, clock: Clock): CurrentDirectory {
  let kept: { day: string; directory: Promise<Directory> } | undefined;
  return {
    read() {
      const day = dayOf(clock.now());
      if (kept?.day !== day.toString()) {
        const reading = { day: day.toString(), directory: readDirectory(db, day) };
        kept = reading;
        // A failed read is not kept, or the fault would outlive its cause.
        reading.directory.catch(() => {
          if (kept === reading) kept = undefined;
        });
      }
      return kept.directory;
    },
    forget() {
      kept = undefined;
    },
  };
}

async function readDirectory(db: Db, day: Temporal.PlainDate): Promise<Directory> {
  const [organisations, points, units] = await Promise.all([allOrganisations(db), allPoints(db), allUnits(db)]);
  return {
    organisations: organisations.filter((organisation) => isCurrent(organisation, day)),
    points: points.filter((point) => isCurrent(point, day)),
    units: units.filter((unit) => unit.active),
  };
}
