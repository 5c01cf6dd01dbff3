import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const ledgerLane: SeedEmployer = {
  name: 'Ledger Lane',
  website: 'https://ledger-lane.example',
  about: markdown`
    Bookkeeping for people who would rather do something else: 9,000 hairdressers, carpenters and choirs in Finland and
    Sweden. 74 of us in Helsinki, Espoo, Tampere, Stockholm and Malmö. We sell a subscription, never our customers' data.
  `,
  jobs: [
    {
      title: 'Kirjanpitäjä, pienet yritykset',
      language: 'fi',
      category: 'finance',
      types: ['full-time'],
      places: [towns.helsinki, towns.tampere],
      remote: { countries: ['FI'], partly: true },
      salary: { currency: 'EUR', min: 3000, max: 3600, period: 'month' },
      skills: ['kirjanpito', 'arvonlisävero', 'asiakaspalvelu'],
      referenceId: 'LL-88',
      apply: { by: 'url', url: 'https://ledger-lane.example/jobs/kirjanpitaja' },
      description: markdown`
        Asiakkaasi on kampaaja, joka pelkää kirjekuoria. Kolmen kuukauden päästä hän avaa ne itse, koska olet selittänyt, mitä
        niissä lukee. Se on tämän työn paras osa.

        ## Työ

        Hoidat noin neljänkymmenen pienen yrityksen ja yhdistyksen kirjanpidon alusta tilinpäätökseen. Ohjelma tiliöi
        helpot tapahtumat, sinä ratkaiset loput. Soitat asiakkaalle, kun jokin näyttää oudolta, ja kerrot kehittäjille, kun
        ohjelma on väärässä. He korjaavat sen yleensä samalla viikolla.

        ## Osaaminen

        - vähintään kaksi vuotta kirjanpitäjänä tai KLT-opinnot hyvässä vauhdissa
        - arvonlisävero hallussa, myös silloin kun se on kummallinen
        - selkeä suomi puhuttuna ja kirjoitettuna; ruotsista on iloa

        ## Ehdot

        Työaika on 36 tuntia viikossa, tilinpäätöskeväänä 38, ja ylimenevä palautetaan kesällä. Toimistomme ovat Helsingissä
        ja Tampereella, mutta kotona saa olla kolme päivää viikossa. Maksamme KLT-tutkinnon. Palkkahaitari on sama kaikille
        tehtävän kirjanpitäjille, ja näet sen jo nyt yllä.
      `,
    },
    {
      title: 'Compliance officer, anti-money-laundering',
      category: 'legal',
      types: ['full-time'],
      places: [towns.stockholm],
      salary: { currency: 'SEK', min: 52000, max: 62000, period: 'month' },
      skills: ['AML', 'risk assessment', 'Swedish', 'training'],
      referenceId: 'LL-91',
      apply: { by: 'url', url: 'https://ledger-lane.example/jobs/compliance' },
      description: markdown`
        Most of our customers launder nothing but towels. A few might. You build the small, fair machine that tells them apart
        without treating a choir like a cartel.

        ## Responsibilities

        - Own our risk assessment for Sweden and Finland and rewrite it so that colleagues read it
        - Decide on the alerts that are left when the rules have done their part: about six a day
        - Report what must be reported, and record why we did not report the rest
        - Train everybody once a year; last year's course scored lower than the fire drill

        ## Profile

        Three years of anti-money-laundering work at a bank, an auditor or an authority. Law, economics or experience instead. You
        write reasons that hold up two years later. You are sceptical of lists and of models, including ours. Swedish and
        English are needed; Finnish would spare you some interpreters.

        ## Conditions

        You answer to the chief executive and have a direct line to the board, in writing. Nobody's bonus depends on your saying
        yes, because nobody has a bonus. 37.5 hours, thirty days, two days from home, occupational pension as in the collective
        agreement for banks.
      `,
    },
    {
      title: 'Backend developer, invoicing',
      category: 'technology',
      types: ['full-time'],
      places: [towns.espoo],
      remote: { countries: ['FI', 'SE', 'EE'], partly: true },
      salary: { currency: 'EUR', min: 4800, max: 6000, period: 'month' },
      skills: ['Kotlin', 'PostgreSQL', 'event sourcing', 'testing'],
      referenceId: 'LL-93',
      apply: { by: 'url', url: 'https://ledger-lane.example/jobs/backend-invoicing' },
      description: markdown`
        An invoice must add up on every screen, in every currency, after every correction, for ten years. It is a small problem
        with an unforgiving reader. If that sentence makes you sit up, read on.

        **The team.** Five developers, a designer and a bookkeeper who reviews our tests, because she knows what a credit note is
        and we only think we do. Kotlin and PostgreSQL; money is integers; nothing is ever overwritten. We release when a change
        is ready, usually before noon.

        **The coming year.** Electronic invoices across the Nordic border. Corrections that a customer understands without calling.
        And the retirement of a service that was written in a hurry in 2015 and has been in a hurry since.

        **You.** A few years of backend work where mistakes cost money. You write tests that fail for the right reason. You can
        read a tax instruction with a straight face. English in the team; Finnish or Swedish if you want to talk with customers.

        **Terms.** Espoo two days a week or a week every month, otherwise from home. 37.5 hours, six weeks of leave, lunch,
        commuting and a bicycle, parental leave of equal length for everybody.
      `,
    },
    {
      title: 'Kundrådgivare, deltid',
      language: 'sv',
      category: 'customer-service',
      types: ['part-time'],
      places: [towns.stockholm, towns.malmo],
      remote: { countries: ['SE'], partly: true },
      salary: { currency: 'SEK', min: 178, max: 196, period: 'hour' },
      skills: ['kundservice', 'bokföring', 'svenska', 'finska'],
      apply: { by: 'mail', address: 'radgivning@ledger-lane.example' },
      description: markdown`
        "Jag har nog gjort något dumt." Så börjar vart tredje samtal. Ditt svar börjar alltid med att det går att ordna, för det
        gör det nästan alltid.

        **Du** hjälper småföretagare och föreningar per telefon och chatt, 22 till 30 timmar i veckan. De undrar över moms,
        kvitton, löner till vikarier och varför saldot är elva öre fel. Du behöver inte kunna allt: bredvid dig sitter två
        redovisningskonsulter, och du bygger själv vidare på vår hjälpsamling, där bra svar får ditt namn under sig.

        **Vi tror att du** har jobbat med kundservice, reception eller bokföring, att du förklarar utan att förenkla bort det
        viktiga och att du tål en månadsskiftesdag. Finska är ett stort plus.

        **Vi erbjuder** ett schema som du lägger tillsammans med kollegorna sex veckor framåt, två dagar i veckan hemifrån,
        ingen provision och inga samtalstider på väggen. Ett samtal får ta den tid det tar. Tre veckors betald introduktion, och
        en kurs i redovisning om du vill bli konsult senare. Kontor finns i Stockholm och Malmö.
      `,
    },
  ],
};
