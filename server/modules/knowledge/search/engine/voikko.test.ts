import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadVoikko } from './voikko.ts';

const onThisMachine = globSync('/usr/lib/{*,.}/libvoikko.so.1').length > 0 && globSync('/usr/lib/voikko/*/mor-*').length > 0;

test('knows base forms and the parts of compounds where the machine has it, and is done without elsewhere', () => {
  const morphology = loadVoikko();
  if (!morphology) {
    expect(onThisMachine).toBe(false);
    return;
  }
  expect(morphology('hammaslääkärille')).toEqual({ bases: ['hammaslääkäri'], parts: ['hammas', 'lääkäri'] });
  expect(morphology('terveydenhuollon')).toEqual({ bases: ['terveydenhuolto'], parts: ['terveyden', 'huolto'] });
  expect(morphology('talossa')).toEqual({ bases: ['talo'], parts: [] });
  expect(morphology('xyzzyx')).toBeNull();
});
