import { hasText, translator } from '../../../../platform/i18n/translator.ts';
import { nameIn } from '../../../directory/service.ts';
import type { ListItem } from '../../../directory/types.ts';
import type { View } from '../../../site/service.ts';

/** The word of a code in one place of the copy; the value itself where it is no code. */
export type CodeWords = (section: string, key: string, value: string) => string;

/** Lists of the directory whose keys are kept, by where they stand: `section.key` or `key`. */
const lists: Record<string, readonly string[]> = {
  language: ['serviceLanguages'],
  digitalSkill: ['digitalSkillLevels'],
  'arrangements.kind': ['specialNeeds'],
  reasons: ['reasonsForComing'],
  supportKinds: ['digitalSupportKinds', 'digitalReferralCriteria'],
  how: ['outcomes'],
  outcomeWhy: ['outcomes'],
  notAlone: ['notAloneReasons'],
  lifeSituations: ['lifeSituations'],
  'referrals.criteria': ['digitalReferralCriteria'],
  'referrals.skill': ['digitalSkillLevels'],
  'visits.needs': ['specialNeeds'],
  'bookedTimes.needs': ['specialNeeds'],
  'invitations.needs': ['specialNeeds'],
  'waitingFor.needs': ['specialNeeds'],
  'preVisit.needs': ['specialNeeds'],
};

/** Columns that hold the same codes under names of their own. */
const sameAs: Record<string, string> = {
  openedChannel: 'channel',
  askedWhere: 'channel',
  confirmedHow: 'givenHow',
  commentedHow: 'givenHow',
  endedHow: 'givenHow',
  customerOutcome: 'outcome',
  mandatesHeld: 'mandates',
  mandatesGiven: 'mandates',
  invitations: 'bookedTimes',
  waitingFor: 'bookedTimes',
  offers: 'bookedTimes',
};

/** Letters; what is longer somebody wrote. */
const LONGEST_CODE = 80;

/** A copy says the same few codes thousands of times. */
export function codeWords(view: View, kept: Record<string, ListItem[]>): CodeWords {
  const known = new Map<string, string>();
  return (section, key, value) => {
    if (value.length > LONGEST_CODE) return value;
    const name = `${section} ${key} ${value}`;
    const word = known.get(name) ?? codeWord(view, kept, { section, key, value }) ?? value;
    known.set(name, word);
    return word;
  };
}

type Place = { section: string; key: string; value: string };

/** Undefined for what is no code. */
export function codeWord(view: View, kept: Record<string, ListItem[]>, place: Place): string | undefined {
  const { section, key, value } = place;
  if (section === 'looks' && key === 'action') return deedWords(view, value);
  if (section === 'looks' && key === 'purpose') return textOf(view, 'own', [`looks.purpose.${value}`, 'looks.purpose.other']);
  if (section === 'decision' && key === 'reasons') return textOf(view, 'picture', [`reason.${value}`]);
  if (key === 'acr') return textOf(view, 'codes', [`any.acr.${value.split('/').at(-1)}`]);
  const [inSection, ofKey] = [sameAs[section] ?? section, sameAs[key] ?? key];
  return (
    textOf(view, 'codes', [`${inSection}.${ofKey}.${value}`]) ??
    listWord(view, kept, place) ??
    textOf(view, 'codes', [`any.${ofKey}.${value}`])
  );
}

function listWord({ locale }: View, kept: Record<string, ListItem[]>, { section, key, value }: Place): string | undefined {
  const item = (lists[`${section}.${key}`] ?? lists[key] ?? []).flatMap((list) => kept[list] ?? []).find((one) => one.key === value);
  return item && nameIn(item.label, locale);
}

/** What was done to what: the log's own names for it are `matter.read`, `need.shared`. */
function deedWords(view: View, action: string): string {
  const [thing = '', deed = ''] = action.split('.');
  const t = translator(view.variant, 'codes');
  return `${textOf(view, 'codes', [`any.thing.${thing}`, 'any.thing.other'])}: ${t(`any.done.${doneOf(deed)}`)}`;
}

const deeds: [string, RegExp][] = [
  ['printed', /^printed|^pdf$/],
  ['looked', /read$|list(ed)?$|searched|previewed|followed|opened|shown/],
  ['disclosed', /^shared/],
  ['started', /^start|^taken$|^begun/],
  ['ended', /^end|^left$|unshared|revoked|withdrawn/],
  ['removed', /removed|dropped/],
  ['sent', /^sent|told|^collected|left|bounced|planned/],
];

const doneOf = (deed: string): string => deeds.find(([, names]) => names.test(deed))?.[0] ?? 'changed';

function textOf({ locale, variant }: View, namespace: 'own' | 'codes' | 'picture', keys: string[]): string | undefined {
  const key = keys.find((each) => hasText(locale, namespace, each));
  return key && translator(variant, namespace)(key);
}
