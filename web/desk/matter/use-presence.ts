import { useEffect, useState } from 'react';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { beHere, leave } from '../../shared/api/matters.ts';

const beatMs = 20_000;

/** Says that the matter is open here, and who else has it open, so that two do not answer at once. */
export function usePresence(page: Pick<MatterPage, 'id' | 'alsoHere' | 'may'>): MatterPage['alsoHere'] {
  const [alsoHere, setAlsoHere] = useState(page.alsoHere);
  useEffect(() => {
    const beat = () => {
      // Nobody waits for this; the next beat mends it.
      void beHere(page.id).then((told) => setAlsoHere(told.alsoHere), ignore);
    };
    beat();
    const timer = setInterval(beat, beatMs);
    return () => {
      clearInterval(timer);
      void leave(page.id).catch(ignore);
    };
  }, [page.id]);
  return alsoHere;
}

const ignore = () => {};
