import { expect, test } from 'vitest';
import { loadVoikko } from './voikko.ts';

const morphology = loadVoikko();

// The library is optional: where it is not, that is what is told, and search does without (index.test.ts runs so everywhere).
test.runIf(morphology)('knows base forms and the parts of compounds', () => {
  expect(morphology?.('hammaslääkärille')).toEqual({ bases: ['hammaslääkäri'], parts: ['hammas', 'lääkäri'] });
  expect(morphology?.('terveydenhuollon')).toEqual({ bases: ['terveydenhuolto'], parts: ['terveyden', 'huolto'] });
  expect(morphology?.('talossa')).toEqual({ bases: ['talo'], parts: [] });
  expect(morphology?.('xyzzyx')).toBeNull();
});
