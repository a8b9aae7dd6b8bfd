import type { Db } from '../../../platform/db/transaction.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import type { Customer } from '../../customers/schema.ts';
import { customerById } from '../../customers/service.ts';
import type { Need } from '../needs/schema.ts';
import { type ChannelFacts, suggestChannels } from './channel-rules.ts';
import { suggestSteps } from './path-rules.ts';
import { type SkillLevel, skillLevel } from './rules.ts';
import { MappingAnswers, type PictureVariant, type PlannedStep, type Suggestion } from './schema.ts';
import type { PictureFacts } from './wording.ts';

/** What the rules make of a mapping as it stands. */
export type Findings = {
  answers: MappingAnswers;
  customer: Customer;
  needs: Need[];
  skill: SkillLevel | null;
  suggestions: Suggestion[];
  reasons: string[];
  steps: PlannedStep[];
};

type Rows = { customerId: string; ownerOrg: string; answers: Record<string, unknown>; needs: Need[] };

export async function findingsOf(db: Db, rows: Rows, variant: PictureVariant): Promise<Findings> {
  const answers = MappingAnswers.parse(rows.answers);
  const customer = (await customerById(db, rows.customerId, [rows.ownerOrg])) as Customer;
  const { needs } = rows;
  const skill = skillLevel(answers.digital);
  const kindsOf = (needId: string) => answers.needKinds[needId] ?? [];
  const arrangements = customer.arrangements.map(({ kind }) => kind);
  const facts: ChannelFacts = {
    arrangements,
    skill,
    digital: answers.digital,
    wish: customer.contactWish,
    kinds: [...new Set(needs.flatMap(({ id }) => kindsOf(id)))],
    authorities: new Set(needs.flatMap(({ organisationId }) => organisationId ?? [])).size,
  };
  const suggestions = suggestChannels(facts);
  const channel = answers.channel ?? suggestions[0]?.channel ?? null;
  const asked = needs.map(({ id, organisationId }) => ({ id, organisationId, kinds: kindsOf(id) }));
  const t = translator(variant, 'picture');
  const steps = suggestSteps({ needs: asked, channel, arrangements, skill }).map(({ key, ...step }) => ({
    ...step,
    title: t(`step.${key}`),
  }));
  return {
    answers,
    customer,
    needs,
    skill,
    suggestions,
    reasons: suggestions.find((one) => one.channel === channel)?.reasons ?? [],
    steps,
  };
}

/** What the picture tells: the advisor's own steps where they changed the suggested ones. */
export function pictureFacts({ answers, customer, needs, skill, reasons, steps }: Findings): PictureFacts {
  return {
    situation: answers.situation,
    lifeSituations: answers.lifeSituations,
    needs: needs.map(({ id, organisationId, serviceName, ownWords }) => ({ id, organisationId, serviceName, ownWords })),
    arrangements: customer.arrangements.map(({ kind, detail, legalGround }) => ({ kind, detail, legalGround })),
    skill,
    notAlone: answers.notAlone,
    notAloneWords: answers.notAloneWords,
    channel: answers.channel,
    reasons,
    words: answers.channelWords,
    steps: answers.steps ?? steps,
  };
}
