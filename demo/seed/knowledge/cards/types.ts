import type { AdviceLevel } from '../../../../server/modules/knowledge/cards/schema.ts';

type Answer = { title: string; body: string };
type Letter = { name: string; meaning: string };

/** What a card says beyond its service; `digital` and `mayNot`: instead of what is said to all of the same authority. */
export type CardWords = {
  bring: string[];
  mayAnswer: string;
  answers: Answer[];
  forwardWhen: string;
  letters?: Letter[];
  digital?: string;
  mayNot?: string;
  price?: string;
};

export type DemoCard = {
  /** Key of the service it stands on; its name, summary, charge, residents' words, e-service and form are the card's too. */
  service: string;
  adviceLevel: AdviceLevel;
  texts: { fi: CardWords; sv: CardWords; en: CardWords };
  /** In plain Finnish, for residents. */
  bring: string[];
  forward: { unit?: string; phone?: string; hours?: { fi: string; sv: string; en: string } };
  /** Those who keep it: the city unless it is said. */
  owner?: 'kela';
  /** A draft nobody has approved; one whose review date has gone by; one that a colleague has said is wrong; one with an earlier version. */
  state?: 'draft' | 'stale' | 'reported' | 'revised';
};
