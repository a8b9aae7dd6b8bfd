import '../register/register.css';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasUnsaved } from '../edit/use-edit.ts';
import type { Column, RowGroup } from '../register/register.tsx';
import type { Section } from '../sections.ts';
import type { SetUpView } from './views.ts';

/** Where a thing of the list is opened. */
type Lists = { line: (id: string) => { params: { section: Section; itemId: string }; search: SetUpView } };

type RowsProps<Row> = { label: string; place: Lists; groups: readonly RowGroup<Row>[]; columns: readonly Column<Row>[] };

/** The things of one tab; each opens by its first cell over the list. */
export function Rows<Row extends { id: string }>({ label, place, groups, columns }: RowsProps<Row>) {
  return (
    <table className="admin-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <tbody key={group.id}>
            {group.label ? (
              <tr className="admin-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {group.label} <span className="count">{group.rows.length}</span>
                </th>
              </tr>
            ) : null}
            {group.rows.map((row) => (
              <OneRow key={row.id} row={row} place={place} columns={columns} />
            ))}
          </tbody>
        ))}
    </table>
  );
}

function OneRow<Row extends { id: string }>({ row, place, columns }: { row: Row; place: Lists; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('admin');
  const hasUnsaved = useHasUnsaved();
  const [first, ...rest] = columns;
  const line = place.line(row.id);
  return (
    <tr className="admin-row">
      <th scope="row">
        <Link className="row-link" to="/admin/$section/$itemId" {...line}>
          {first?.cell(row)}
        </Link>
        {hasUnsaved(`${line.params.section}/${row.id}`) ? <span className="status warn small">{t('edit.unsaved')}</span> : null}
      </th>
      {rest.map((column) => (
        <td key={column.id} data-label={column.label}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
