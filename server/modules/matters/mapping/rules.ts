import type { DigitalAnswers } from './schema.ts';

export type SkillLevel = 'independent' | 'with-instructions' | 'side-by-side' | 'cannot-yet' | 'does-not-want';

const LEVELS: SkillLevel[] = ['cannot-yet', 'side-by-side', 'with-instructions', 'independent'];

/** How far each answer alone lets a person get: an index into the levels. */
const reach = {
  device: { own: 3, borrowed: 2, none: 1 },
  identification: { yes: 3, 'with-help': 1, no: 1 },
  forms: { alone: 3, instructions: 2, beside: 1, 'not-yet': 0 },
} as const;

/**
 * The level of digital skill (a key of `digitalSkillLevels`) by the weakest of three answers: what one cannot do alone decides what help
 * is offered. Whoever does not want to is not asked further. Null until enough is answered.
 */
export function skillLevel({ wants, device, identification, forms }: DigitalAnswers): SkillLevel | null {
  if (wants === 'no') return 'does-not-want';
  if (forms === 'not-yet') return 'cannot-yet';
  if (!device || !identification || !forms) return null;
  return LEVELS[Math.min(reach.device[device], reach.identification[identification], reach.forms[forms])] as SkillLevel;
}

export type HoldRefusal = 'mapping-held-elsewhere' | 'mapping-interrupted' | 'mapping-ended' | 'mapping-decided';

/** Who may write an answer: the one who has it in hand, while it is open. What has been decided changes only after it is taken back. */
export function refuseWriting(mapping: { state: string; personId: string | null }, personId: string): HoldRefusal | null {
  if (mapping.state === 'confirmed' || mapping.state === 'dropped') return 'mapping-ended';
  if (mapping.personId !== personId) return 'mapping-held-elsewhere';
  if (mapping.state === 'interrupted') return 'mapping-interrupted';
  return mapping.state === 'decided' ? 'mapping-decided' : null;
}

export type DecisionRefusal = 'mapping-without-needs' | 'mapping-without-channel' | 'mapping-why-needed';

/** A path decision names at least one need, a channel and who chose it, and says why where it is not the one the rules put first. */
export function refuseDecision(facts: {
  needs: number;
  channel: string | null;
  chosenBy: string | null;
  first: string;
  words: string;
}): DecisionRefusal | null {
  if (facts.needs === 0) return 'mapping-without-needs';
  if (!facts.channel || !facts.chosenBy) return 'mapping-without-channel';
  return facts.channel !== facts.first && !facts.words.trim() ? 'mapping-why-needed' : null;
}
