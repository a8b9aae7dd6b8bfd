import type { fi } from './fi.ts';

/** Clear Finnish where the usual words are not plain enough. */
export const plain: Partial<typeof fi> = {
  beginHint: 'selkeällä suomella',
  wiped: 'Kone on tyhjä. Kiitos käynnistä!',
  servicesHint: 'Paina palvelun nimeä. Palvelu aukeaa uuteen ikkunaan. Jos tarvitset apua, paina Tarvitsen apua.',
  howTitle: 'Muista nämä',
  howSignIn: 'Palvelu kysyy, kuka olet. Käytä omia pankkitunnuksiasi.',
  howCodes: 'Pankkitunnukset ovat vain sinun. Älä anna niitä muille. Emme kysy niitä sinulta.',
  howSignOut: 'Kun olet valmis, kirjaudu ulos. Ota paperit ja kortit mukaan.',
  howWiped: 'Paina lopuksi Lopeta. Kone unohtaa kaiken, mitä teit.',
  helpAsked: 'Työntekijä sai viestin. Odota tässä.',
  helpComing: 'Työntekijä tulee.',
  offline: 'Nyt ei ole verkkoa. Palvelut eivät toimi. Mene vastaanottoon.',
  ending: 'Saitko asian hoidettua?',
  endingHint: 'Sinun ei ole pakko vastata.',
  words: 'Mitä haluat kertoa?',
  wordsHint: 'Sinun ei ole pakko kirjoittaa. Älä kirjoita nimeäsi.',
  wiping: 'Kone tyhjenee',
  ends: 'Kone tyhjenee {seconds} sekunnin kuluttua. Paina Jatkan, jos olet siellä.',
};
