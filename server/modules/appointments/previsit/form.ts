import { z } from 'zod';
import { MOST_NEEDS } from '../../directory/schema.ts';
import type { AppointmentRow } from '../booking/queries.ts';
import { interpreterSaid } from '../pages/choice.ts';
import { needsWith } from '../pages/interpreter-part.ts';
import type { OfferedService } from '../pages/queries.ts';
import type { PreVisitAnswers, Told } from './service.ts';

/** Line ends are counted as two by browsers that send them, and as one while writing. */
const text = z.string().max(6_000).default('');
/** As a browser sends it. */
export const Form = z.strictObject({
  need: text,
  company: text,
  papers: text,
  language: z.enum(['fi', 'sv', 'en']),
  /** Missing where no interpreter serves. */
  interpreterLanguage: interpreterSaid.optional(),
  needs: z
    .union([
      z.array(z.string().max(40)).max(MOST_NEEDS),
      z
        .string()
        .max(40)
        .transform((one) => [one]),
    ])
    .default([]),
});

export const cut = (
  { need, company, papers, language, needs, interpreterLanguage }: z.output<typeof Form>,
  service: OfferedService,
): Told => ({
  need: need.normalize().trim().slice(0, 2_000),
  company: company.normalize().trim().slice(0, 300),
  papers: papers.normalize().trim().slice(0, 1_000),
  language,
  needs: needsWith(service.rules, needs, interpreterLanguage ?? null),
  interpreterLanguage,
});

/** What was chosen while booking stands there already. */
export const untold = ({ needs, language }: AppointmentRow): PreVisitAnswers => ({
  need: '',
  needs,
  language: language as PreVisitAnswers['language'],
  company: '',
  papers: '',
});
