const text = { title: 'Bulletin', body: 'Something is new.' };

/** A bulletin that is out, as its keeper writes it. */
export const aBulletin = (ownerOrganisationId: string) => ({
  ownerOrganisationId,
  texts: { fi: text, sv: text, en: text },
  publishedOn: '2020-01-01',
  showsUntil: '2098-01-01',
});
