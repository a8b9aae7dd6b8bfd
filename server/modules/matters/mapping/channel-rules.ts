import type { SkillLevel } from './rules.ts';
import { type DigitalAnswers, type NeedKind, type PathChannel, pathChannels, type Suggestion } from './schema.ts';

export type ChannelFacts = {
  /** Keys of the list `specialNeeds`. */
  arrangements: readonly string[];
  skill: SkillLevel | null;
  /** What was answered of the web: a device and identification that are missing speak for themselves, whatever the level. */
  digital: Pick<DigitalAnswers, 'device' | 'identification'>;
  wish: string | null;
  kinds: readonly NeedKind[];
  /** How many authorities the needs point to. */
  authorities: number;
};

export type Reason =
  | 'skill-alone'
  | 'skill-with-instructions'
  | 'skill-beside'
  | 'skill-not-yet'
  | 'skill-unwanted'
  | 'no-identification'
  | 'no-device'
  | 'no-phone'
  | 'no-address'
  | 'reading'
  | 'sight'
  | 'hearing'
  | 'sign-language'
  | 'interpreter'
  | 'hard-to-come'
  | 'calm-place'
  | 'memory'
  | 'papers'
  | 'identity'
  | 'conversation'
  | 'urgent'
  | 'information'
  | 'several'
  | 'wish';

/** What speaks for a channel (+) or against it (-); `never` leaves it out. */
type Effect = number | 'never';
type Rule = { reason: Reason; when: (facts: ChannelFacts) => boolean; effects: Partial<Record<PathChannel, Effect>> };

const arranged =
  (...kinds: string[]) =>
  (facts: ChannelFacts) =>
    kinds.some((kind) => facts.arrangements.includes(kind));
const either =
  (...conditions: ((facts: ChannelFacts) => boolean)[]) =>
  (facts: ChannelFacts) =>
    conditions.some((holds) => holds(facts));
const needed = (kind: NeedKind) => (facts: ChannelFacts) => facts.kinds.includes(kind);
const skilled = (level: SkillLevel) => (facts: ChannelFacts) => facts.skill === level;
const wished =
  (...wishes: string[]) =>
  (facts: ChannelFacts) =>
    facts.wish !== null && wishes.includes(facts.wish);

/**
 * The counter is never left out: nobody is left without a way (C12). Where nothing speaks otherwise, digital channels come first.
 */
export const channelRules: Rule[] = [
  { reason: 'skill-alone', when: skilled('independent'), effects: { 'self-service': 3 } },
  { reason: 'skill-with-instructions', when: skilled('with-instructions'), effects: { 'self-service': 1 } },
  { reason: 'skill-beside', when: skilled('side-by-side'), effects: { 'self-service': -4, counter: 4 } },
  { reason: 'skill-not-yet', when: skilled('cannot-yet'), effects: { 'self-service': 'never', video: 'never', counter: 4 } },
  { reason: 'skill-unwanted', when: skilled('does-not-want'), effects: { 'self-service': 'never', video: 'never', counter: 3 } },
  {
    reason: 'no-identification',
    when: either(arranged('no-eid', 'no-identity-code'), ({ digital }) => digital.identification === 'no'),
    effects: { 'self-service': 'never', counter: 3 },
  },
  {
    reason: 'no-device',
    when: either(arranged('no-device'), ({ digital }) => digital.device === 'none'),
    effects: { 'self-service': -3, video: -3, counter: 2 },
  },
  { reason: 'no-phone', when: arranged('no-phone-or-email'), effects: { phone: 'never', video: -3, counter: 3 } },
  { reason: 'no-address', when: arranged('no-address'), effects: { letter: 'never' } },
  { reason: 'reading', when: arranged('cannot-read-write', 'understanding'), effects: { 'self-service': -3, letter: 'never', counter: 3 } },
  { reason: 'sight', when: arranged('vision'), effects: { letter: 'never', phone: 3 } },
  { reason: 'hearing', when: arranged('hearing', 'speech', 'speech-to-text'), effects: { phone: 'never', video: -2, counter: 1 } },
  { reason: 'sign-language', when: arranged('sign-language'), effects: { phone: 'never', video: 4, counter: 2 } },
  { reason: 'interpreter', when: arranged('needs-interpreter'), effects: { phone: -2, video: 2, counter: 3 } },
  { reason: 'hard-to-come', when: arranged('wheelchair', 'cannot-stand'), effects: { counter: -3, video: 3, phone: 1 } },
  { reason: 'calm-place', when: arranged('quiet-space', 'private-room', 'anxiety'), effects: { counter: 2 } },
  { reason: 'memory', when: arranged('memory'), effects: { letter: 2 } },
  {
    reason: 'papers',
    when: needed('original-papers'),
    effects: { 'self-service': 'never', video: 'never', phone: 'never', letter: 'never', counter: 5 },
  },
  {
    reason: 'identity',
    when: needed('identity'),
    effects: { 'self-service': 'never', video: 'never', phone: 'never', letter: 'never', counter: 5 },
  },
  { reason: 'conversation', when: needed('conversation'), effects: { 'self-service': -3, letter: -2, video: 2, counter: 3 } },
  { reason: 'urgent', when: needed('urgent'), effects: { letter: 'never', phone: 3, counter: 2 } },
  { reason: 'information', when: needed('information'), effects: { phone: 2 } },
  { reason: 'several', when: ({ authorities }) => authorities > 1, effects: { counter: 2 } },
  { reason: 'wish', when: wished('email', 'link'), effects: { 'self-service': 3 } },
  { reason: 'wish', when: wished('phone', 'sms'), effects: { phone: 3 } },
  { reason: 'wish', when: wished('visit'), effects: { counter: 4 } },
  { reason: 'wish', when: wished('letter'), effects: { letter: 4 } },
];

const start: Record<PathChannel, number> = { 'self-service': 5, video: 4, phone: 3, counter: 2, letter: 1 };

/** The channels, the fittest first, each with what speaks for and against it; those left out stand last with what leaves them out. */
export function suggestChannels(facts: ChannelFacts): Suggestion[] {
  const holding = channelRules.filter((rule) => rule.when(facts));
  const graded = pathChannels.map((channel) => gradeOf(channel, holding));
  const open = graded.filter(({ isOpen }) => isOpen).sort((one, other) => other.grade - one.grade);
  const left = graded.filter(({ isOpen }) => !isOpen);
  return [
    ...open.map(({ told }, index) => ({ ...told, fits: index === 0 ? ('well' as const) : ('somewhat' as const) })),
    ...left.map(({ told }) => ({ ...told, fits: 'no' as const })),
  ];
}

function gradeOf(channel: PathChannel, holding: Rule[]) {
  const touching = holding.flatMap(({ reason, effects }) => (effects[channel] === undefined ? [] : [{ reason, effect: effects[channel] }]));
  const never = touching.filter(({ effect }) => effect === 'never');
  const isOpen = never.length === 0;
  const grade = touching.reduce((sum, { effect }) => sum + (effect === 'never' ? 0 : effect), start[channel]);
  const reasons = isOpen ? distinct(touching.filter(({ effect }) => Number(effect) > 0)) : [];
  const against = distinct(isOpen ? touching.filter(({ effect }) => Number(effect) < 0) : never);
  return { isOpen, grade, told: { channel, reasons, against } };
}

const distinct = (told: { reason: Reason }[]): Reason[] => [...new Set(told.map(({ reason }) => reason))];
