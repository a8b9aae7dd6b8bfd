import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { icon } from '../../site/service.ts';
import { fieldOf, told } from '../services/languages.ts';
import type { OrganisationName, ServiceLine, Told } from '../services/types.ts';
import { inWords, organisationName, type Reader } from './reader.ts';

/** A service as one line of a list. */
export type Row = { id: string; name: Told | null; summary: Told | null; responsible: OrganisationName | null };

export function rowOf({ wanted }: Reader, { id, texts, responsible }: ServiceLine): Row {
  return { id, name: told(fieldOf(texts, 'name'), wanted), summary: told(fieldOf(texts, 'summary'), wanted), responsible };
}

/** Each a heading of the second level: what a page is about. */
export function serviceRows(reader: Reader, rows: readonly Row[]): Html {
  const row = ({
    id,
    name,
    summary,
    responsible,
  }: Row) => html`<li><h2><a href="/services/${id}"><span>${inWords(name)}</span>${icon('arrow')}</a></h2>
${summary && html`<p${attributes({ lang: summary.borrowed ? summary.language : null })}>${summary.text}</p>`}
${responsible && html`<p class="quiet small">${inWords(organisationName(reader, responsible))}</p>`}</li>`;
  return html`<ul class="rows found">${rows.map(row)}</ul>`;
}

/** Names alone, below a heading of their own. */
export function serviceLinks(rows: readonly Row[]): Html {
  const row = ({ id, name }: Row) => html`<li><a class="go plain" href="/services/${id}"><b>${inWords(name)}</b>${icon('arrow')}</a></li>`;
  return html`<ul class="rows">${rows.map(row)}</ul>`;
}

export const byName =
  ({ view }: Reader) =>
  (a: Row, b: Row): number =>
    (a.name?.text ?? '').localeCompare(b.name?.text ?? '', view.locale);
