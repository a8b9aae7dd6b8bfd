import type { EntrySource } from '../search/types.ts';
import { findableBulletins } from './queries.ts';

/** Change notices of the last year, for staff. */
export const bulletinSource: EntrySource = {
  kind: 'bulletin',
  async load(db, ids) {
    const found = await findableBulletins(db, ids);
    return found.map(({ id, texts }) => ({
      kind: 'bulletin',
      id,
      audience: 'staff',
      words: Object.fromEntries(Object.entries(texts).map(([language, { title, body }]) => [language, { title, body }])),
    }));
  },
};
