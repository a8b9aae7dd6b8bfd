import type { ReactNode } from 'react';

export type FigureColumn<Row> = [name: string, value: (row: Row) => ReactNode];

type FigureTableProps<Row> = { labelledBy: string; group: string; columns: readonly FigureColumn<Row>[]; rows: readonly Row[] };

/** Figures by what they are grouped by; on a small screen each cell says its column itself. */
export function FigureTable<Row extends { key: string; label: string }>({ labelledBy, group, columns, rows }: FigureTableProps<Row>) {
  return (
    <table className="figures-table" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {[group, ...columns.map(([name]) => name)].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {columns.map(([name, value]) => (
              <td key={name} data-label={name}>
                {value(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
