import { sql } from 'kysely';
import type { Db } from '../../../platform/db/transaction.ts';
import type { CardContent, CardLink } from './schema.ts';

export type ReadersLanguage = 'fi' | 'sv' | 'en' | 'fi-x-plain';

/** What residents read of a card. `language`: of the texts, which are in Finnish where the wished ones are not there. */
export type ResidentCard = {
  language: 'fi' | 'sv' | 'en';
  isPlain: boolean;
  title: string;
  summary: string;
  bring: string[];
  price: string;
  links: { kind: CardLink['kind']; url: string; name: string }[];
};

/** The published card of a service, for its public page; undefined when there is none that says anything. Of several, one of those who answer for
 * the service or give it, then the oldest. */
export async function readCardForResidents(db: Db, serviceId: string, language: ReadersLanguage): Promise<ResidentCard | undefined> {
  const found = await sql<{
    content: CardContent;
  }>`select p.content from service_card c join card_version p on p.card_id = c.id and p.state = 'published'
    where c.service_id = ${serviceId}::uuid and c.retired_at is null
    order by exists (select from service s join ptv_organisation o on o.id = s.responsible_id or o.id = any(s.producer_ids)
      where s.id = c.service_id and o.organisation_id = c.owner_org) desc, c.created_at, c.id limit 1`.execute(db);
  const content = found.rows[0]?.content;
  return content && residentPartOf(content, language);
}

/** The same for a preview: the editor and the page show one thing. */
export function residentPartOf(content: CardContent, wished: ReadersLanguage): ResidentCard | undefined {
  const wanted = wished === 'fi-x-plain' ? 'fi' : wished;
  const language = ([wanted, 'fi', 'sv', 'en'] as const).find((one) => content.texts[one]?.title);
  const text = language && content.texts[language];
  if (!text) return undefined;
  const plain = wished === 'fi-x-plain' && language === 'fi' ? content.plain : null;
  const { summary, bring, price } = plain?.summary ? plain : text;
  const links = content.links.map(({ kind, url, names }) => ({
    kind,
    url,
    name: names[language] || names.fi || names.sv || names.en || url,
  }));
  return { language, isPlain: Boolean(plain?.summary), title: text.title, summary, bring, price, links };
}
