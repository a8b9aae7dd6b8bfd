import { openOn, type Three, weekdays } from './making.ts';

export const nineToThree = openOn(weekdays('09:00', '15:00'));
export const nineToFour = openOn(weekdays('09:00', '16:00'));
export const eightToFour = openOn(weekdays('08:00', '16:00'));
export const mornings = openOn(weekdays('09:00', '11:30'));

export const callBack: Three = [
  'Jos linjalla on ruuhkaa, voit pyytää takaisinsoiton.',
  'Om det är kö kan du be om att bli uppringd.',
  'If the line is busy you can ask to be called back.',
];
