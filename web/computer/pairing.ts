import { paragraphs } from '../shared/device/in-all.ts';
import { showPairing as ask } from '../shared/device/pairing.ts';
import { texts } from './texts/texts.ts';

const { fi, sv, en } = texts;
const look = { main: 'c-main', form: 'c-form', field: 'c-field', fault: 'c-fault', button: 'button primary' };

export function showPairing(wasPaired: boolean, done: () => void): void {
  ask({
    title: { fi: fi.pairTitle, sv: sv.pairTitle, en: en.pairTitle },
    away: { fi: fi.away, sv: sv.away, en: en.away },
    lost: wasPaired ? paragraphs('c-offline', (language) => texts[language].pairLost) : [],
    look,
    done,
  });
}
