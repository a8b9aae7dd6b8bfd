/**
 * What counts how much; each is a plain multiplier unless said otherwise. Set by hand: weights learnt on one half of the judged queries were
 * worse on the other (docs/decisions/0008-search.md).
 */
export const defaultWeights = {
  // How much a word tells by where it stands.
  title: 5,
  alsoCalled: 5,
  terms: 3,
  summary: 1.5,
  body: 0.6,
  // How a word may be recognised: by its base form or stem, within a compound, by a part of its own, by pieces of four letters.
  whole: 1,
  within: 0.6,
  part: 0.6,
  gram: 0.8,
  // BM25's saturation, and how far a long field is discounted (0-1).
  saturation: 1.2,
  length: 0.4,
  // What is not the word itself but leads to it.
  learnt: 1,
  meant: 0.7,
  helped: 0.5,
  near: 0.4,
  partSynonym: 0.4,
  corrected: 0.7,
  completed: 0.8,
  // A word that tells of the asker rather than of the thing: "tarvitsen", "haluan".
  weak: 0.15,
  // A phrase of the word table, beside its own words.
  phrase: 1.2,
  // What a word counts beside the phrase that explains it.
  explained: 0.4,
  // A word of one language looked for as it is in texts of another.
  foreign: 0.7,
  // Share kept of what alternatives beyond the best one of a word say.
  beyondBest: 0.2,
  // Exponent on the share of the asked words that a text answers.
  coverage: 0.7,
  // A text of a language that was not asked for.
  otherLanguage: 0.5,
  // What a text gets for being like the best ones, by their titles.
  likeness: 0.6,
  // What is shown at all: the best hit's score against that of a word no text has (in a small collection, where rarity tells nothing, the
  // share it answers of what can be answered), and the others' share of the best hit's score, a larger one where the best is less than plenty.
  enough: 0.5,
  answered: 0.3,
  plenty: 1,
  nearBest: 0.15,
  nearDoubtful: 0.4,
};

export type Weights = typeof defaultWeights;
