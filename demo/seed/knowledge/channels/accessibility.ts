import type { DemoChannel } from '../types.ts';
import { names, type Three } from './making.ts';

type Group = NonNullable<DemoChannel['accessibility']>[number];

const wayIn: Three = ['Sisäänkäynti', 'Ingång', 'Entrance'];
const inside: Three = ['Sisätilat', 'Inomhus', 'Inside'];
const parking: Three = ['Pysäköinti', 'Parkering', 'Parking'];
const hearing: Three = ['Kuuleminen ja näkeminen', 'Hörsel och syn', 'Hearing and sight'];

const group = (title: Three, ...sentences: Three[]): Group => ({
  group: names(title),
  sentences: { fi: sentences.map(([fi]) => fi), sv: sentences.map(([, sv]) => sv), en: sentences.map(([, , en]) => en) },
});

const stepFree: Three = [
  'Sisäänkäynti on esteetön: ei kynnystä eikä portaita.',
  'Ingången är tillgänglig: ingen tröskel och inga trappor.',
  'The entrance is step-free: no threshold and no stairs.',
];
const automaticDoor: Three = ['Ovi avautuu automaattisesti.', 'Dörren öppnas automatiskt.', 'The door opens automatically.'];
const ramp: Three = [
  'Ovelle johtaa luiska, jossa on käsijohde. Ovessa on soittokello.',
  'En ramp med ledstång leder till dörren. Det finns en ringklocka.',
  'A ramp with a handrail leads to the door. There is a bell.',
];
const toilet: Three = [
  'Asiakkaille on esteetön WC.',
  'För kunder finns en tillgänglig toalett.',
  'There is an accessible toilet for customers.',
];
const calmRoom: Three = [
  'Voit pyytää rauhallista tilaa, jossa ei ole muita asiakkaita.',
  'Du kan be om ett lugnt rum utan andra kunder.',
  'You can ask for a calm room without other customers.',
];
const lowDesk: Three = [
  'Yksi palvelutiskeistä sopii pyörätuolia käyttävälle.',
  'En av diskarna passar den som använder rullstol.',
  'One of the desks suits a wheelchair user.',
];
const loop: Three = [
  'Palvelutiskillä on induktiosilmukka.',
  'Vid servicedisken finns en hörselslinga.',
  'There is an induction loop at the desk.',
];
const guide: Three = ['Opaskoira on tervetullut.', 'Ledarhunden är välkommen.', 'A guide dog is welcome.'];
const spaces: Three = [
  'Oven lähellä on kaksi pysäköintipaikkaa liikkumisesteisille.',
  'Nära dörren finns två parkeringsplatser för rörelsehindrade.',
  'There are two parking spaces for disabled people near the door.',
];
const lift: Three = [
  'Pyörätuolin saa sisään nostimella. Pyydä kuljettajaa auttamaan.',
  'Rullstolen lyfts in med en lift. Be föraren om hjälp.',
  'A wheelchair is lifted in. Ask the driver to help.',
];
const narrow: Three = [
  'Sisällä on kapeaa. Neuvoja voi palvella sinua myös bussin vieressä.',
  'Det är trångt inne. Rådgivaren kan också betjäna dig bredvid bussen.',
  'It is narrow inside. The advisor can also serve you beside the bus.',
];
const noToilet: Three = ['Bussissa ei ole WC:tä.', 'Bussen har ingen toalett.', 'There is no toilet in the bus.'];
const stairs: Three = [
  'Ovella on yksi porras. Soita, niin tulemme vastaan siirrettävän luiskan kanssa.',
  'Vid dörren finns ett trappsteg. Ring så kommer vi med en lös ramp.',
  'There is one step at the door. Call and we come with a portable ramp.',
];

export const fullyAccessible: Group[] = [
  group(parking, spaces),
  group(wayIn, stepFree, automaticDoor),
  group(inside, lowDesk, toilet, calmRoom),
  group(hearing, loop, guide),
];
export const byRamp: Group[] = [group(parking, spaces), group(wayIn, ramp), group(inside, toilet), group(hearing, guide)];
export const byStep: Group[] = [group(wayIn, stairs), group(inside, toilet), group(hearing, guide)];
export const inBus: Group[] = [group(wayIn, lift), group(inside, narrow, noToilet), group(hearing, guide)];
