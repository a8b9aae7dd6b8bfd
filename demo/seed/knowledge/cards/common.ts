type Said = { fi: string; sv: string; en: string };

/** What is never answered at tier 1, by authority; the agreements say the same of their tasks. */
export const notJudged: Said = {
  fi: 'Älä arvioi, saako asiakas etuuden tai luvan, äläkä millainen päätös tulee. Älä kirjaudu palveluun asiakkaan puolesta.',
  sv: 'Bedöm inte om kunden får förmånen eller tillståndet, och inte hurdant beslutet blir. Logga inte in för kunden.',
  en: 'Do not judge whether the customer gets the benefit or permit, nor what the decision will be. Do not sign in for the customer.',
};

export const notTold: Said = {
  fi: 'Älä anna hoito-ohjeita tai oikeudellisia neuvoja. Älä arvioi palvelun tarvetta: sen tekee ammattilainen.',
  sv: 'Ge inte vårdråd eller juridiska råd. Bedöm inte behovet av service: det gör en yrkesperson.',
  en: 'Give no medical or legal advice. Do not assess the need for the service: a professional does.',
};

export const sideBySide: Said = {
  fi: 'Asiakas tunnistautuu itse omilla tunnuksillaan. Istu vierellä, älä katso tunnuksia. Jos tunnuksia ei ole, käytä lomaketta.',
  sv: 'Kunden identifierar sig själv med egna koder. Sitt bredvid, titta inte på koderna. Om koder saknas, använd blanketten.',
  en: 'The customer signs in with their own codes. Sit beside them and do not look at the codes. If they have none, use the form.',
};

export const withoutCodes: Said = {
  fi: 'Asia hoituu puhelimella tai käymällä. Verkossa asiakas tarvitsee omat tunnuksensa; paperilomakkeen voi tulostaa pisteessä.',
  sv: 'Ärendet sköts per telefon eller på plats. På nätet behöver kunden egna koder; en pappersblankett kan skrivas ut här.',
  en: 'It is handled by phone or in person. Online the customer needs codes of their own; a paper form can be printed here.',
};

/** Hours of the specialists of tier 2. */
export const specialistHours: Said = { fi: 'ma–pe klo 9–15', sv: 'må–fre kl. 9–15', en: 'Mon–Fri 9 am – 3 pm' };
