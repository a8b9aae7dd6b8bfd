import { formatDateTime } from '../../../platform/clock/format.ts';
import type { Db } from '../../../platform/db/transaction.ts';
import { renderTemplate, templateFor } from '../../notifications/service.ts';
import type { TemplateValues } from '../../notifications/types.ts';
import { variantOf } from '../messages/wording.ts';
import { sayMatterNumber } from '../number.ts';
import type { NoticeKind } from './types.ts';

export type ToSay = {
  matterNumber: string;
  language: string;
  things: { kind: NoticeKind; deadlineAt: Temporal.Instant | null }[];
  /** Where the customer sees more: their own pages, or a link of their own. Null: nowhere but at a point. */
  link: string | null;
  now: Temporal.Instant;
};

export type Said = { subject: string; text: string; short: string };

const templateKeys: Record<NoticeKind, string> = {
  'need-in-hand': 'need-in-hand',
  'need-moved': 'need-forwarded',
  'need-initiated': 'need-initiated',
  'need-settled': 'need-resolved',
  'need-ended': 'need-ended',
  deadline: 'deadline-near',
  'message-waits': 'message-waits',
  'data-request-answered': 'data-request-answered',
  'restriction-lifting': 'restriction-lifting',
};
export const noticeTemplates: readonly string[] = [...Object.values(templateKeys), 'several-news'];

/** Nothing of the matter is filled in but its number, a deadline and where to look: titles, steps and places may name an authority. */
export async function sayNotice(db: Db, notice: ToSay): Promise<Said> {
  const number = sayMatterNumber(notice.matterNumber);
  const values: TemplateValues = {
    matterNumber: number,
    link: notice.link ?? undefined,
    deadline: deadlineOf(notice),
  };
  const keys = [...new Set(notice.things.map(({ kind }) => templateKeys[kind]))];
  const news = keys.length > 1 ? await subjectsOf(db, keys, notice.language, values) : '';
  const [only = 'several-news'] = keys;
  const { subject, body } = renderTemplate(await templateFor(db, news ? 'several-news' : only), notice.language, { ...values, news });
  return { subject: `${subject} [${number}]`, text: body, short: [`${subject} [${number}]`, notice.link].filter(Boolean).join(' ') };
}

async function subjectsOf(db: Db, keys: string[], language: string, values: TemplateValues): Promise<string> {
  const subjects: string[] = [];
  for (const key of keys) subjects.push(`- ${renderTemplate(await templateFor(db, key), language, values).subject}`);
  return subjects.join('\n');
}

/** The nearest one; in the zone of the service, as on all its papers. */
function deadlineOf({ things, language, now }: ToSay): string | undefined {
  const [nearest] = things.flatMap(({ deadlineAt }) => deadlineAt ?? []).sort(Temporal.Instant.compare);
  return nearest && formatDateTime(nearest, variantOf(language), now);
}
