export type Cell = string | number | null;

/** A table as text (RFC 4180), in UTF-8 with its mark, as spreadsheets want it. Numbers to a thousandth. */
export function csvTable<C extends string>(columns: readonly C[], rows: readonly Partial<Record<C, Cell>>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? null)).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** A name that begins like a formula would be one in a spreadsheet. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number.isInteger(cell) ? cell : Number(cell.toFixed(3)));
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
