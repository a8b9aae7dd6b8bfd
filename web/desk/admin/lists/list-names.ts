import { useTranslation } from 'react-i18next';

const known = [
  'reasonsForComing',
  'roles',
  'specialNeeds',
  'serviceLanguages',
  'digitalSupportKinds',
  'digitalSkillLevels',
  'digitalReferralCriteria',
  'outcomes',
  'outcomesInCustomersWords',
  'satuGoals',
  'capabilityFactors',
  'identificationLevels',
  'equalityDimensions',
  'feedbackQuestions',
  'notAloneReasons',
  'phases',
  'touchpoints',
  'tallyKinds',
  'lifeSituations',
] as const;
type Known = (typeof known)[number];

/** Each item of these is something the program does; a word alone would do nothing. */
const closed: readonly string[] = [
  'roles',
  'feedbackQuestions',
  'phases',
  'outcomesInCustomersWords',
  'identificationLevels',
  'touchpoints',
];

const kinds = {
  access: true,
  company: true,
  contact: true,
  language: true,
  senses: true,
  space: true,
  time: true,
  understanding: true,
  how: true,
  result: true,
  'why-not': true,
  customers: true,
  economy: true,
  processes: true,
  staff: true,
  factor: true,
  resource: true,
  after: true,
  before: true,
  during: true,
} as const;

export const isOpenList = (list: string) => !closed.includes(list);

export function useListName(): (list: string) => string {
  const { t } = useTranslation('admin');
  return (list) => (isKnown(list) ? t(`lists.names.${list}`) : list);
}

/** The group an item belongs to within its list, in words. */
export function useKindWord(): (kind: unknown) => string {
  const { t } = useTranslation('admin');
  return (kind) => (isKind(kind) ? t(`lists.kinds.${kind}`) : String(kind));
}

const isKnown = (list: string): list is Known => (known as readonly string[]).includes(list);
const isKind = (kind: unknown): kind is keyof typeof kinds => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** What groups the items of a list, where something does. */
export const grouping = ['group', 'kind', 'perspective', 'phase'] as const;
