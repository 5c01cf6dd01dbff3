import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const kaleva = at(towns.tampere, { street: 'Sammonkatu 214', postalCode: '33540' });

export const koivupolku: SeedEmployer = {
  name: 'Koivupolun päiväkodit',
  website: 'https://koivupolku.example',
  about: markdown`
    Koivupolku on yhdeksän päiväkodin yhdistys Tampereella, Turussa ja Oulussa. Puolet päivästä ollaan ulkona, säästä
    riippumatta. Mahdollinen ylijäämä käytetään lasten retkiin ja aikuisten koulutukseen.
  `,
  jobs: [
    {
      title: 'Varhaiskasvatuksen opettaja',
      language: 'fi',
      category: 'education',
      types: ['full-time'],
      places: [kaleva],
      salary: { currency: 'EUR', min: 3050, max: 3300, period: 'month' },
      skills: ['varhaiskasvatus', 'pedagoginen suunnittelu', 'luontokasvatus'],
      referenceId: 'KP-32',
      apply: { by: 'url', url: 'https://koivupolku.example/toihin/opettaja-tampere' },
      description: markdown`
        Aamulla metsä on vielä hämärä, kun kaksitoista viisivuotiasta tutkii, mihin eilinen lätäkkö katosi. Sinä et vastaa
        heti. Kysyt, mitä he itse luulevat. Juuri sellaista opettajaa etsimme Kalevan taloomme.

        ## Työsi

        Vastaat ryhmän pedagogiikasta yhdessä kahden lastenhoitajan kanssa. Teet lapsille varhaiskasvatussuunnitelmat, joista
        vanhemmat oikeasti tunnistavat lapsensa, ja suunnittelet viikot niin, että metsälle, leikille ja levolle jää aikaa.
        Suunnitteluaikaa on viisi tuntia viikossa, eikä sitä oteta pois kiireen takia.

        ## Toivomme sinulta

        - varhaiskasvatuksen opettajan kelpoisuutta
        - kykyä olla innostunut myös räntäsateessa
        - halua jutella vanhempien kanssa silloinkin, kun asia on vaikea

        ## Tarjoamme

        Ryhmässä on enintään kahdeksantoista lasta ja aina kolme aikuista. Saat kunnolliset ulkovaatteet, kaksi
        koulutuspäivää lukukaudessa ja työnohjausta kerran kuussa. Sijaiset hankkii toimisto, et sinä. Työ on vakituinen ja
        alkaa sopimuksen mukaan. Voit tulla tutustumaan taloon yhdeksi aamupäiväksi ennen kuin haet.
      `,
    },
    {
      title: 'Lastenhoitaja, osa-aikainen',
      language: 'fi',
      category: 'care',
      types: ['part-time'],
      places: [towns.turku],
      salary: { currency: 'EUR', min: 14.8, max: 16.2, period: 'hour' },
      skills: ['lastenhoito', 'ensiapu', 'ruotsi'],
      apply: { by: 'mail', address: 'turku@koivupolku.example' },
      description: markdown`
        Haemme Turun saaristoryhmään lastenhoitajaa iltapäiviin. Työaika on 25 tuntia viikossa, maanantaista perjantaihin kello
        12–17. Se sopii hyvin opiskelun rinnalle tai silloin, kun omat lapset tulevat koulusta viideltä.

        **Mitä iltapäivään kuuluu.** Nukutat pienimmät, keität välipalapuuron kokin lomapäivinä, lähdet isompien kanssa rantaan
        ja luovutat lapset kotiin niin, että jokainen vanhempi kuulee päivästä yhden oikean asian. Ei "ihan hyvin meni".

        **Kuka sopii meille.** Sinulla on lastenhoitajan, lähihoitajan tai vastaava tutkinto, tai se valmistuu pian. Osaat pukea
        neljä lasta kymmenessä minuutissa ja tiedät, milloin kiire kannattaa jättää pois. Ruotsin taito on etu, sillä noin
        kolmannes perheistämme puhuu kotona ruotsia.

        **Mitä saat.** Tuntipalkka riippuu kokemuksesta ja kielistä. Työsuhde on vakituinen, lounas kuuluu työhön, ja
        ensiapukurssi uusitaan joka toinen vuosi työajalla. Jos haluat myöhemmin lisää tunteja, ne tarjotaan ensin sinulle.
        Hakemukseen riittää yksi sivu; kerro siinä, mistä lapsena pidit.
      `,
    },
    {
      title: 'Nature educator (English group)',
      category: 'education',
      types: ['full-time'],
      places: [towns.oulu],
      salary: { currency: 'EUR', min: 2750, max: 3000, period: 'month' },
      skills: ['early childhood education', 'outdoor education', 'English'],
      apply: { by: 'url', url: 'https://koivupolku.example/toihin/nature-educator' },
      description: markdown`
        In Oulu we run one group in English for children whose parents came for the university, the hospital or love. They are
        three to six years old and speak nine languages between them. Snow is the tenth.

        ## What a day looks like

        We meet at eight in a hut by the river. There is a fire before there is a lesson. You plan two themes a month with the
        group's teacher, lead the morning walk, tell stories with your hands, and keep a diary with photographs (of beetles and
        cones, never of faces) that families can follow.

        ## You

        - A qualification in education, outdoor work or social care
        - Fluent English; Finnish at the level of "mind the ice" to begin with, more after our weekly course
        - Practical sense: at −15 °C we stay out, at −20 °C we do not
        - The patience to let a child tie a knot wrong

        ## The offer

        A permanent contract with seven weeks of leave, a warm suit replaced every second winter, help with the move and the
        papers, and a Finnish teacher who comes to us on Wednesdays during paid hours. Colleagues who have done this in minus
        degrees for ten years will show you how to keep your feet dry.
      `,
    },
    {
      title: 'Päiväkodin kokki',
      language: 'fi',
      category: 'hospitality',
      types: ['full-time'],
      places: [kaleva, towns.turku],
      salary: { currency: 'EUR', min: 2450, max: 2700, period: 'month' },
      skills: ['suurkeittiö', 'erityisruokavaliot', 'kasvisruoka'],
      referenceId: 'KP-35',
      apply: { by: 'url', url: 'https://koivupolku.example/toihin/kokki' },
      description: markdown`
        Meillä ruoka tehdään talossa alusta loppuun. Lapset tietävät, kuka sen teki, ja sanovat kyllä, jos porkkanaa on liikaa.
        Etsimme kokkia sekä Tampereelle että Turkuun; kerro hakemuksessa, kumpaan kaupunkiin haet.

        ## Tehtävät

        - aamiainen, lounas ja välipala 54 lapselle ja 12 aikuiselle
        - kuuden viikon ruokalista, jossa lihaa on kaksi kertaa viikossa
        - erityisruokavaliot, joiden kanssa ei oteta riskejä: nyt kolme pähkinäallergiaa ja yksi keliakia
        - tilaukset, hävikin seuranta ja leivontaperjantai yhden lapsiryhmän kanssa

        ## Odotamme

        Kokin tai suurtalouskokin tutkintoa, hygieniapassia ja rauhallisia hermoja kello 10.40. Kasvisruoan pitää olla sinulle
        muutakin kuin lihan poisjättämistä.

        ## Lupaamme

        Työaika on 7–15, viikonloput ja kesäkuun lopusta elokuun alkuun lomaa. Keittiön kaluston saat valita kanssamme, kun se
        ensi keväänä uusitaan. Palkka on reilusti työehtosopimuksen yläpuolella, ja sinulla on sanavalta siihen, mistä ruoka
        ostetaan. Nykyinen kokkimme jää eläkkeelle ja perehdyttää sinut kolmen viikon ajan.
      `,
    },
    {
      title: 'Pedagogical lead',
      category: 'management',
      types: ['full-time'],
      places: [towns.tampere],
      remote: { countries: ['FI'], partly: true },
      salary: { currency: 'EUR', min: 4200, max: 4700, period: 'month' },
      skills: ['leadership', 'pedagogy', 'Finnish', 'coaching'],
      apply: { by: 'url', url: 'https://koivupolku.example/toihin/pedagogical-lead' },
      description: markdown`
        Nine houses, sixty-one educators, one idea: children learn outdoors, from each other and from adults who are not in a
        hurry. You look after the idea.

        You do not manage the houses; their heads do. You coach them, visit each house every month, and teach the courses that
        new colleagues take in their first half year. When two houses solve the same problem differently, you find out which
        way works and for whom. You write our pedagogical plan, which fits on eleven pages and should not grow.

        **What you bring.** A master's degree in early childhood education and years on the floor, in boots. You have led adults
        through a change that they did not ask for, and they still greet you. Finnish is the language of the job; English for
        the Oulu group, Swedish if you have it.

        **What you find.** A board that reads what you write. A training budget that is yours. Two days a week from home, the
        rest on trains between Tampere, Turku and Oulu, in working time. Your first task is already waiting: three houses want
        to try longer afternoons outside in January, and need somebody to think it through with them.
      `,
    },
  ],
};
