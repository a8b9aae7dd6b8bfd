import { showPairing as ask } from '../shared/device/pairing.ts';
import { choosePrinter } from './printing/choosing.ts';
import { texts } from './texts/texts.ts';

const { fi, sv, en } = texts;
const look = { main: 'k-main', form: 'k-parts', field: 'k-field', fault: 'k-fault', button: 'button primary' };

export function showPairing(done: () => void): void {
  ask({
    title: { fi: fi.pairTitle, sv: sv.pairTitle, en: en.pairTitle },
    away: { fi: fi.away, sv: sv.away, en: en.away },
    look,
    done: () => void choosePrinter(done),
  });
}
