import type { Insertable } from 'kysely';
import type { Tables } from '../../../server/platform/db/tables.ts';
import type { PlacedUnit, Places } from './places.ts';
import type { RequestRows } from './request-rows.ts';
import type { Times } from './times.ts';
import type { Move } from './turn.ts';
import type { DemoCustomer, DemoMatter } from './types.ts';

export type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/** In an order in which no row names a later one. */
export type MatterRows = {
  matter: (Row<'matter'> & { id: string })[];
  need: (Row<'need'> & { id: string })[];
  share: Row<'share'>[];
  contact: (Row<'contact'> & { id: string })[];
  message: Row<'message'>[];
  support_request: RequestRows['requests'];
  support_request_entry: RequestRows['entries'];
  step: Row<'step'>[];
  happening: Row<'happening'>[];
  matter_link: Row<'matter_link'>[];
};

/** What the rows of one matter need to know of the rest. */
export type World = {
  places: Places;
  times: Times;
  customer: (key: string) => DemoCustomer & { id: string };
  matter: (key: string) => DemoMatter & { id: string; number: string };
};

/** A matter being told: what happens adds rows, and moves the turn. */
export type Telling = { world: World; demo: DemoMatter; id: string; number: string; unit: PlacedUnit; rows: MatterRows; moves: Move[] };

export function noRows(): MatterRows {
  return {
    matter: [],
    need: [],
    share: [],
    contact: [],
    message: [],
    support_request: [],
    support_request_entry: [],
    step: [],
    happening: [],
    matter_link: [],
  };
}

/** @throws Error for a need the matter does not have; counted from 1 */
export function needAt({ rows, demo }: Telling, position: number): Row<'need'> & { id: string } {
  const need = rows.need[position - 1];
  if (!need) throw new Error(`${demo.key} has no need ${position}`);
  return need;
}

export function pointOf({ world, demo, unit }: Telling): string | null {
  return demo.point ? world.places.point(demo.point) : unit.pointId;
}
