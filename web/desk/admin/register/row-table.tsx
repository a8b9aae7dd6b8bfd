import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasUnsaved } from '../edit/use-edit.ts';
import type { Section } from '../sections.ts';
import type { Column, RowGroup } from './register.tsx';

type RowTableProps<Row> = {
  section: Section;
  groups: readonly RowGroup<Row>[];
  columns: readonly Column<Row>[];
  idOf: (row: Row) => string;
};

/** A row opens by its first cell; the rest of it is pressed along. Narrow screens show each row as a small card. */
export function RowTable<Row>({ section, groups, columns, idOf }: RowTableProps<Row>) {
  const { t } = useTranslation('admin');
  return (
    <table className="admin-table" aria-label={t(`sections.${section}`)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.label ? (
            <tr className="admin-group">
              <th colSpan={columns.length} scope="rowgroup">
                {group.label} <span className="count">{group.rows.length}</span>
              </th>
            </tr>
          ) : null}
          {group.rows.map((row) => (
            <Row key={idOf(row)} section={section} id={idOf(row)} row={row} columns={columns} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row<Row>({ section, id, row, columns }: { section: Section; id: string; row: Row; columns: readonly Column<Row>[] }) {
  const { t } = useTranslation('admin');
  const hasUnsaved = useHasUnsaved();
  const [first, ...rest] = columns;
  return (
    <tr className="admin-row">
      <th scope="row">
        <Link className="row-link" to="/admin/$section/$itemId" params={{ section, itemId: id }}>
          {first?.cell(row)}
        </Link>
        {hasUnsaved(`${section}/${id}`) ? <span className="status warn small">{t('edit.unsaved')}</span> : null}
      </th>
      {rest.map((column) => (
        <td key={column.id} data-label={column.label}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
