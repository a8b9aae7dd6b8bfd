import type { Role } from '../server/modules/identity/types.ts';
import type { Locale } from '../server/platform/i18n/locale.ts';

type DemoTexts = {
  title: string;
  lead: string;
  warning: string;
  others: string;
  toTry: string;
  language: string;
  residents: string;
  residentsHow: string;
  slip: string;
  slipHow: string;
  roles: Record<Role, string>;
};

/** The sign-in page of the demo. */
export const texts: Record<Locale, DemoTexts> = {
  fi: {
    title: 'Kenenä kirjaudut?',
    lead: 'Valitse henkilö. Kirjaudut heti sisään hänen roolissaan.',
    warning: 'Tämä on kokeiluympäristö. Kunta, henkilöt ja asiat ovat keksittyjä. Älä tallenna tänne oikeita tietoja.',
    toTry: 'Viisi roolia kokeiltavaksi',
    others: 'Muut henkilöt',
    language: 'Kieli',
    residents: 'Asukkaana',
    residentsHow: 'Tunnistaudu jonakin kokeiluympäristön asiakkaista, tai tule sivuille niin kuin kuka tahansa:',
    slip: 'Asiakas, jolla on vain lappu',
    slipHow: 'Kokeile lapun numeroa ja PIN-koodia verkossa, tai virkailijana kohdassa Nouto:',
    roles: {
      'service-advisor': 'Palveluneuvoja',
      receptionist: 'Vastaanottava asiakaspalvelija',
      'authority-specialist': 'Viranomaisen asiantuntija',
      'digital-support-advisor': 'Digitukija',
      'external-digital-supporter': 'Ulkopuolinen digitukija',
      guard: 'Vartija',
      'point-manager': 'Pisteen esihenkilö',
      'development-team': 'Kehittämistiimin jäsen',
      'national-coordinator': 'Valtakunnallinen koordinaattori',
      'data-protection-officer': 'Tietosuojavastaava',
      administrator: 'Pääkäyttäjä',
    },
  },
  sv: {
    title: 'Vem loggar du in som?',
    lead: 'Välj en person. Du loggas genast in i personens roll.',
    warning: 'Det här är en demomiljö. Kommunen, personerna och ärendena är påhittade. Spara inga riktiga uppgifter här.',
    toTry: 'Fem roller att prova',
    others: 'Övriga personer',
    language: 'Språk',
    residents: 'Som invånare',
    residentsHow: 'Identifiera dig som någon av demomiljöns kunder, eller kom till sidorna som vem som helst:',
    slip: 'Kunden som bara har en lapp',
    slipHow: 'Prova lappens nummer och PIN-kod på webben, eller som anställd under Hämtning:',
    roles: {
      'service-advisor': 'Servicerådgivare',
      receptionist: 'Mottagande kundbetjänare',
      'authority-specialist': 'Myndighetens sakkunniga',
      'digital-support-advisor': 'Digistödjare',
      'external-digital-supporter': 'Extern digistödjare',
      guard: 'Väktare',
      'point-manager': 'Servicepunktens chef',
      'development-team': 'Medlem i utvecklingsteamet',
      'national-coordinator': 'Nationell koordinator',
      'data-protection-officer': 'Dataskyddsombud',
      administrator: 'Huvudanvändare',
    },
  },
  en: {
    title: 'Who are you signing in as?',
    lead: 'Choose a person. You are signed in at once in their role.',
    warning: 'This is a demo. The municipality, the people and the matters are made up. Do not enter any real information here.',
    toTry: 'Five roles to try',
    others: 'Other people',
    language: 'Language',
    residents: 'As a resident',
    residentsHow: 'Identify yourself as one of the demo’s customers, or come to the pages like anybody:',
    slip: 'The customer who only has a slip',
    slipHow: 'Try the number and the PIN of the slip on the web, or as staff under Collect:',
    roles: {
      'service-advisor': 'Service advisor',
      receptionist: 'Receptionist',
      'authority-specialist': "Authority's specialist",
      'digital-support-advisor': 'Digital support advisor',
      'external-digital-supporter': 'External digital supporter',
      guard: 'Guard',
      'point-manager': 'Point manager',
      'development-team': 'Development team member',
      'national-coordinator': 'National coordinator',
      'data-protection-officer': 'Data protection officer',
      administrator: 'Administrator',
    },
  },
};
