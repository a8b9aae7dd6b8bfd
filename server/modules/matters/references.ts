import { Invalid } from '../../platform/errors.ts';
import type { Desk } from './types.ts';

type Named = Record<string, string | null | undefined>;

/** Organisations and points that a form names, by its fields, are in today's directory. @throws Invalid `unknown-reference` */
export async function requireKnown(
  desk: Desk,
  { organisations = {}, points = {} }: { organisations?: Named; points?: Named },
): Promise<void> {
  const directory = await desk.directory.read();
  const fields = [...unknown(organisations, directory.organisations), ...unknown(points, directory.points)];
  if (fields.length > 0) throw new Invalid('unknown-reference', { fields });
}

function unknown(named: Named, known: { id: string }[]): string[] {
  return Object.entries(named).flatMap(([field, id]) => (id && !known.some((one) => one.id === id) ? [field] : []));
}
