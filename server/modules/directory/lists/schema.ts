import { z } from 'zod';
import { ListKey, Names } from '../schema.ts';

/** What goes with an item besides its label, e.g. the group of an arrangement. */
const Extra = z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()]));

export const ListItem = z
  .object({
    list: z.string(),
    key: z.string(),
    label: Names,
    extra: z.record(z.string(), z.unknown()),
    position: z.int(),
    active: z.boolean(),
  })
  .meta({ id: 'ListItem' });

export const ListItemInput = z
  .strictObject({ label: Names, extra: Extra.default({}), position: z.int().min(0).max(10_000), active: z.boolean() })
  .meta({ id: 'ListItemInput' });

export const ListPlace = z.object({ list: ListKey, key: ListKey });

/** The items of each list in order, by the list's name. */
export const Lists = z.object({ lists: z.record(z.string(), z.array(ListItem)) }).meta({ id: 'Lists' });
