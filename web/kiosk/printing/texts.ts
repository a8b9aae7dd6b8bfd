import type { Language } from '../types.ts';

const fi = {
  printing: 'Lippusi tulostuu.',
  printed: 'Ota lippu.',
  preview: 'Tältä lippusi näyttää paperilla.',
  paper: 'Lippu: numero {code}',
  failed: 'Lippu ei tulostunut. Lue QR-koodi puhelimella tai paina numero mieleesi.',
  failedOffline: 'Lippu ei tulostu nyt. Paina numero mieleesi.',
  unsure: 'Jos lippua ei tullut, lue QR-koodi puhelimella tai paina numero mieleesi.',
  choose: 'Valitse tulostin',
  chooseHint: 'Tähän laitteeseen on asetettu sarjatulostin. Valitse se luettelosta. Selain muistaa valinnan.',
  chooseNone: 'Tämä selain ei voi käyttää sarjatulostinta. Käytä Chromea tai Edgeä tai vaihda tulostin laitteen asetuksista.',
  test: 'Tulosta koelippu',
  testDone: 'Koelippu lähti tulostimelle. Tarkista, että kirjaimet ä ja ö ovat oikein.',
  testFailed: 'Koelippu ei tulostunut. Tarkista johto, virta, paperi ja sarjaportin nopeus.',
  goOn: 'Jatka',
};
export type PaperTexts = typeof fi;

const sv: PaperTexts = {
  printing: 'Din biljett skrivs ut.',
  printed: 'Ta biljetten.',
  preview: 'Så här ser din biljett ut på papper.',
  paper: 'Biljett: nummer {code}',
  failed: 'Biljetten skrevs inte ut. Läs QR-koden med telefonen eller lägg numret på minnet.',
  failedOffline: 'Biljetten kan inte skrivas ut nu. Lägg numret på minnet.',
  unsure: 'Om ingen biljett kom, läs QR-koden med telefonen eller lägg numret på minnet.',
  choose: 'Välj skrivare',
  chooseHint: 'Den här enheten ska ha en serieskrivare. Välj den i listan. Webbläsaren minns valet.',
  chooseNone:
    'Den här webbläsaren kan inte använda en serieskrivare. Använd Chrome eller Edge, eller byt skrivare i enhetens inställningar.',
  test: 'Skriv ut en provbiljett',
  testDone: 'Provbiljetten gick till skrivaren. Kontrollera att ä och ö är rätt.',
  testFailed: 'Provbiljetten skrevs inte ut. Kontrollera kabel, ström, papper och serieportens hastighet.',
  goOn: 'Fortsätt',
};

const en: PaperTexts = {
  printing: 'Your ticket is being printed.',
  printed: 'Take the ticket.',
  preview: 'This is how your ticket looks on paper.',
  paper: 'Ticket: number {code}',
  failed: 'The ticket was not printed. Read the QR code with your phone, or remember the number.',
  failedOffline: 'The ticket cannot be printed now. Remember the number.',
  unsure: 'If no ticket came, read the QR code with your phone, or remember the number.',
  choose: 'Choose the printer',
  chooseHint: 'This device is set to use a serial printer. Choose it from the list. The browser remembers it.',
  chooseNone: 'This browser cannot use a serial printer. Use Chrome or Edge, or change the printer in the settings of the device.',
  test: 'Print a test ticket',
  testDone: 'The test ticket went to the printer. Check that the letters ä and ö are right.',
  testFailed: 'The test ticket was not printed. Check the cable, power, paper and the speed of the serial port.',
  goOn: 'Continue',
};

const plain: PaperTexts = {
  ...fi,
  printing: 'Kone tulostaa lipun. Odota hetki.',
  failed: 'Lippua ei tule. Lue QR-koodi puhelimella tai muista numero.',
  failedOffline: 'Lippua ei tule nyt. Muista numero.',
  unsure: 'Jos lippua ei tule, lue QR-koodi puhelimella tai muista numero.',
};

export const paperTexts: Record<Language, PaperTexts> = { fi, sv, en, 'fi-x-plain': plain };
