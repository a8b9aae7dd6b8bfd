import type { SkillLevel } from './rules.ts';
import type { NeedKind, PathChannel } from './schema.ts';

export type PathFacts = {
  needs: readonly { id: string; organisationId: string | null; kinds: readonly NeedKind[] }[];
  channel: PathChannel | null;
  arrangements: readonly string[];
  skill: SkillLevel | null;
};

export type StepKey =
  | 'order-interpreter'
  | 'find-authority'
  | 'bring-papers'
  | 'show-identity'
  | 'fill-yourself'
  | 'fill-together'
  | 'talk'
  | 'practise'
  | 'authority-handles'
  | 'we-tell';

export type SuggestedStep = {
  key: StepKey;
  who: 'customer' | 'staff' | 'authority';
  needId: string | null;
  organisationId: string | null;
  channel: PathChannel | null;
};

/**
 * The steps of a path in order: what we arrange first, what is done together, what each authority does, and that we tell how it went.
 * The same step for several needs is one step: a customer brings their papers once.
 */
export function suggestSteps(facts: PathFacts): SuggestedStep[] {
  const { needs, channel } = facts;
  const asks = (kind: NeedKind) => needs.find((need) => need.kinds.includes(kind));
  const together = (key: StepKey, who: SuggestedStep['who'], need: { id: string } | undefined): SuggestedStep[] =>
    need ? [{ key, who, needId: countOf(needs, key) === 1 ? need.id : null, organisationId: null, channel }] : [];
  if (needs.length === 0) return [];
  return [
    ...(needsInterpreter(facts) ? [ours('order-interpreter')] : []),
    ...together(
      'find-authority',
      'staff',
      needs.find((need) => !need.organisationId),
    ).map((step) => ({ ...step, channel: null })),
    ...together('show-identity', 'customer', asks('identity')),
    ...together('bring-papers', 'customer', asks('original-papers')),
    ...together('talk', 'staff', asks('conversation')),
    ...(channel === 'self-service'
      ? together('fill-yourself', 'customer', asks('form'))
      : together('fill-together', 'staff', asks('form'))),
    ...(facts.skill === 'side-by-side' ? [{ ...ours('practise'), channel: 'counter' as const }] : []),
    ...needs.flatMap(({ id, organisationId }): SuggestedStep[] =>
      organisationId ? [{ key: 'authority-handles', who: 'authority', needId: id, organisationId, channel: null }] : [],
    ),
    ours('we-tell'),
  ];
}

const kindOf: Partial<Record<StepKey, NeedKind>> = {
  'show-identity': 'identity',
  'bring-papers': 'original-papers',
  talk: 'conversation',
  'fill-yourself': 'form',
  'fill-together': 'form',
};

/** A step that serves one need only is that need's; one that serves several is the matter's. */
function countOf(needs: PathFacts['needs'], key: StepKey): number {
  const kind = kindOf[key];
  return needs.filter((need) => (kind ? need.kinds.includes(kind) : !need.organisationId)).length;
}

function needsInterpreter({ arrangements }: PathFacts): boolean {
  return ['needs-interpreter', 'sign-language', 'speech-to-text'].some((kind) => arrangements.includes(kind));
}

const ours = (key: StepKey): SuggestedStep => ({ key, who: 'staff', needId: null, organisationId: null, channel: null });
