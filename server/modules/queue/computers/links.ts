import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { Computer } from './schema.ts';

type Link = Computer['links'][number];

const national: readonly Link[] = [
  { name: { fi: 'Suomi.fi', sv: 'Suomi.fi', en: 'Suomi.fi' }, url: all('https://www.suomi.fi/') },
  { name: { fi: 'Kela', sv: 'FPA', en: 'Kela' }, url: { ...all('https://www.kela.fi/'), sv: 'https://www.fpa.fi/' } },
  { name: { fi: 'Poliisi', sv: 'Polisen', en: 'Police' }, url: below('https://poliisi.fi') },
  { name: { fi: 'Maahanmuuttovirasto', sv: 'Migrationsverket', en: 'Immigration Service' }, url: below('https://migri.fi') },
  { name: { fi: 'Verohallinto', sv: 'Skatteförvaltningen', en: 'Tax Administration' }, url: below('https://www.vero.fi') },
  {
    name: {
      fi: 'Digi- ja väestötietovirasto',
      sv: 'Myndigheten för digitalisering och befolkningsdata',
      en: 'Digital and Population Data Services Agency',
    },
    url: below('https://dvv.fi'),
  },
];

/** The resident's own pages in this very service. */
const own: Link = { name: { fi: 'Omat asiat', sv: 'Mina ärenden', en: 'My matters' }, url: all('/my') };

const MOST_LOCAL = 5;

/** What is offered at a computer of this organisation's point: one's own pages, the state's services, and the organisation's own e-services. */
export async function linksFor(db: Db, organisationId: string): Promise<Link[]> {
  const local = await eServicesOf(db, organisationId);
  return [own, ...national, ...local.flatMap(localLink).slice(0, MOST_LOCAL)];
}

type Channel = { texts: Record<string, { name?: string }>; links: Record<string, { url: string }[]> };

async function eServicesOf(db: Db, organisationId: string): Promise<Channel[]> {
  const { rows } = await sql<Channel>`select c.texts, c.links from service_channel c join ptv_organisation o on o.id = c.responsible_id
    where o.organisation_id = ${organisationId}::uuid and c.kind = 'e-service' and c.retired_at is null
    order by c.texts -> 'fi' ->> 'name' collate "fi-x-icu", c.id`.execute(db);
  return rows;
}

/** Only what opens as a page of the web: a directory is written by many. */
function localLink({ texts, links }: Channel): Link[] {
  const name = Object.fromEntries(Object.entries(texts).flatMap(([language, text]) => (text.name ? [[language, text.name]] : [])));
  const addresses = Object.entries(links).flatMap(([language, [first]]) => (first ? [[language, first.url] as const] : []));
  const url = Object.fromEntries(addresses.filter(([, address]) => /^https:\/\/[^\s]+$/.test(address)));
  return Object.keys(name).length > 0 && Object.keys(url).length > 0 ? [{ name, url }] : [];
}

function all(address: string): Link['url'] {
  return { fi: address, sv: address, en: address };
}

function below(address: string): Link['url'] {
  return { fi: `${address}/`, sv: `${address}/sv`, en: `${address}/en` };
}
