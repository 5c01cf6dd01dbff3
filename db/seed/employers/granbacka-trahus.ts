import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const granbackaTrahus: SeedEmployer = {
  name: 'Granbacka Trähus',
  website: 'https://granbacka-trahus.example',
  about: markdown`
    Vi bygger hyreshus av massivt trä i Västerbotten och monterar dem i hela Sverige. 160 personer, en fabrik i
    Skellefteå, ett ritkontor i Umeå. Våra hus går att skruva isär igen.
  `,
  jobs: [
    {
      title: 'Träarbetare till montagelag',
      language: 'sv',
      category: 'construction',
      types: ['full-time'],
      places: [towns.skelleftea, towns.umea],
      salary: { currency: 'SEK', min: 205, max: 232, period: 'hour' },
      skills: ['montage', 'lyft', 'ritningsläsning', 'fallskydd'],
      referenceId: 'GT-501',
      apply: { by: 'url', url: 'https://granbacka-trahus.example/jobb/montage' },
      description: markdown`
        Ett hus på fem våningar kommer till bygget på sextiotvå lastbilar. Åtta dagar senare har det tak. Du är en av de sex som
        ser till att varje vägg landar på millimetern.

        ## Arbetet

        - tar emot element och leder lyften tillsammans med kranföraren
        - skruvar, tätar och kontrollmäter; felet ska hittas innan nästa våning står på det
        - skyddar trät mot regn, vilket i praktiken är ett eget yrke
        - lämnar över till installatörerna med protokoll och en rundvandring

        ## Du

        Du har yrkesbevis som träarbetare eller några års montagevana. Du läser ritning, säger till när något känns fel och
        går hellre ner en extra gång än chansar. B-körkort behövs, heta arbeten är bra.

        ## Vi

        Åttiofem procent av byggena ligger inom tio mil från Skellefteå eller Umeå. På de andra jobbar du fyra dagar och är ledig
        tre, med eget rum och traktamente. Kollektivavtal, ackord som laget delar lika, vinterkläder som håller och rätt att stoppa
        arbetet utan att förklara dig först.
      `,
    },
    {
      title: 'Structural engineer, cross-laminated timber',
      category: 'architecture',
      types: ['full-time'],
      places: [towns.umea],
      remote: { countries: ['SE', 'FI', 'NO'], partly: true },
      salary: { currency: 'SEK', min: 47000, max: 58000, period: 'month' },
      skills: ['Eurocode 5', 'timber', 'finite elements', 'fire design'],
      referenceId: 'GT-507',
      apply: { by: 'url', url: 'https://granbacka-trahus.example/jobb/structural-engineer' },
      description: markdown`
        We build eight storeys of timber in a place with a metre of snow and long silences. The calculations should be just as
        calm. You would join four engineers who draw, compute and then go and look.

        ### Your work

        You take two or three buildings a year from first sketch to the last screw: load paths, wind, vibration, fire, and the
        joints that let the house be taken apart in eighty years. You work in the same model as the factory, so that what you
        draw at ten may be milled at three. When the assembly team rings, you answer; they have usually found something.

        ### Your background

        - A degree in civil engineering and some years of timber, or of concrete and regret
        - Eurocode 5, and the judgement to know when it is silent
        - English for the office; Swedish within two years, in lessons we pay for

        ### The place

        Ski tracks from the door. A forty-hour week with flexitime, thirty-one days of leave, parental pay topped up to ninety per
        cent for a year. Up to three days a week from home in the Nordic countries. Your name is on the building, on a small brass
        plate by the entrance.
      `,
    },
    {
      title: 'CNC-operatör, kvällsskift',
      language: 'sv',
      category: 'manufacturing',
      types: ['full-time'],
      places: [towns.skelleftea],
      salary: { currency: 'SEK', min: 31500, max: 35800, period: 'month' },
      skills: ['CNC', 'kvalitetskontroll', 'truckkort'],
      apply: { by: 'mail', address: 'fabriken@granbacka-trahus.example' },
      description: markdown`
        Vår fräs är sexton meter lång och hör till de noggrannare varelserna i Skellefteå. Den behöver sällskap mellan 14.30 och
        23.00, måndag till torsdag. Fredagar är du ledig.

        **Uppgiften.** Du laddar program, riktar skivor på upp till fyra ton, följer bearbetningen och mäter. Du byter verktyg
        innan de blir slöa, inte efter. Tillsammans med konstruktörerna förbättrar du programmen: den som står vid maskinen ser
        saker som inte syns på skärmen.

        **Bakgrunden.** Du har kört CNC i trä, metall eller sten och kan läsa en ritning. Truckkort och traverskort är bra, annars
        ordnar vi dem. Du är noggrann på ett lugnt sätt och lämnar en ren arbetsplats till morgonskiftet.

        **Villkoren.** Lön enligt ovan inklusive skifttillägg, 34 timmar i veckan med lön för 40. Kvällsmat lagas i huset.
        Dammnivåerna mäts varje vecka och sitter på väggen. Den som vill läsa vidare till tekniker får två betalda studiedagar i
        månaden. Vi anställer gärna två, om vi hittar två.
      `,
    },
    {
      title: 'Praktikant, cirkulärt byggande',
      language: 'sv',
      category: 'environment',
      types: ['internship'],
      places: [towns.umea],
      salary: { currency: 'SEK', min: 18000, max: 18000, period: 'month' },
      skills: ['livscykelanalys', 'materialkunskap', 'rapportskrivning'],
      apply: { by: 'url', url: 'https://granbacka-trahus.example/jobb/praktik' },
      description: markdown`
        Vi säger att våra hus går att skruva isär. Ingen har ännu gjort det. I höst tar vi ner ett provhus på två våningar, och
        du dokumenterar allt: vad som lossnade, vad som sprack, vad som kan bli vägg en gång till.

        Du börjar på fabriken med att lära dig hur huset en gång sattes ihop. Sedan följer du nedtagningen dag för dag, mäter,
        fotograferar och frågar montörerna. De sista sex veckorna räknar du: hur mycket koldioxid, hur mycket tid, hur mycket
        pengar. Resultatet blir en rapport som vi publicerar även om den inte är smickrande.

        ### För dig som

        - läser till civilingenjör, arkitekt, byggingenjör eller miljövetare och har minst två år bakom dig
        - kan grunderna i livscykelanalys eller vill lära dig dem på riktigt
        - skriver så att en snickare och en minister förstår samma sak

        ### Du får

        Tjugo veckor på heltid, 18 000 kronor i månaden, hjälp med bostad i Umeå och två handledare: en konstruktör och en
        montör. Rapporten kan bli ditt examensarbete om högskolan säger ja.
      `,
    },
  ],
};
