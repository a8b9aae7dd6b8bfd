/** What each helps with and how one begins, in plain Finnish, by the actor's key. */
export const plainOf: Record<string, { helpsWith: string; how: string }> = {
  'mallila-digituki': {
    helpsWith: 'Apua netissä asiointiin, tulostamiseen ja pisteen tietokoneisiin.',
    how: 'Voit tulla ilman aikaa. Voit myös soittaa ja varata tunnin ajan.',
  },
  digiapu: {
    helpsWith: 'Opit käyttämään omaa puhelinta tai tietokonetta. Opit videopuhelut ja kuvat.',
    how: 'Soita meille. Vapaaehtoinen auttaja soittaa sinulle viikon aikana.',
  },
  'kirjasto-digi': {
    helpsWith: 'Apua uuteen laitteeseen, päivityksiin, sähköpostiin ja e-kirjoihin.',
    how: 'Tule tiistaina kello 13. Sinun ei tarvitse ilmoittautua.',
  },
  kansalaisopisto: {
    helpsWith: 'Kursseja: opit käyttämään puhelinta, tietokonetta ja nettiä turvallisesti.',
    how: 'Kurssit alkavat tammikuussa ja syyskuussa. Kurssi maksaa vähän.',
  },
  'pankin-neuvontatunti': {
    helpsWith: 'Apua oman pankin tunnuksiin, jos ne eivät toimi tai ne ovat lukossa.',
    how: 'Tule torstaina kello 10. Ota mukaan henkilökortti tai passi.',
  },
  laitekorjaamo: {
    helpsWith: 'Rikkinäisen puhelimen tai tietokoneen korjaus. Voit ostaa halvan käytetyn laitteen.',
    how: 'Tuo laite ja laturi. Katsomme laitteen ilmaiseksi. Korjaus maksaa.',
  },
  'elakelaisten-vertaistuki': {
    helpsWith: 'Toinen ikäihminen auttaa sinua rauhassa.',
    how: 'Tule perjantaina kello 10. Tarjoamme kahvia.',
  },
  maailmantalo: {
    helpsWith: 'Apua puhelimeen ja nettiin omalla kielelläsi.',
    how: 'Tule tiistaina kello 15. Lapset voivat tulla mukaan.',
  },
};
