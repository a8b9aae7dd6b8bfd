/** The list with one item carried to another place; the places are counted without it. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Where a dragged item lands: before or after another. */
export function droppedAt(keys: readonly string[], dragged: string, target: string, side: 'before' | 'after' | 'on'): number {
  const left = keys.filter((key) => key !== dragged);
  const at = left.indexOf(target);
  return side === 'after' ? at + 1 : at;
}

/** Items whose place in the order is another than the one they carry, with their new place. */
export function replaced<Item extends { position: number }>(items: readonly Item[]): Item[] {
  return items.map((item, position) => ({ ...item, position })).filter((item, position) => items[position]?.position !== item.position);
}
