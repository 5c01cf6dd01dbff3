import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

/** People and small firms who offer work of their own: names without a page. */
export const selfEmployed: readonly SeedEmployer[] = [
  {
    name: 'Ingrid Sandahl',
    website: null,
    about: null,
    jobs: [
      {
        title: 'Piano tuning and small repairs',
        kind: 'gig',
        category: 'arts',
        types: [],
        places: [towns.malmo],
        gig: {
          by: 'person',
          areaServed: 'Malmö, Lund and 40 km around',
          availability: 'Weekdays from eight, Saturdays before noon',
          price: { currency: 'SEK', min: 1400, max: 2200, unit: 'piece' },
        },
        skills: ['piano tuning', 'action regulation', 'grand pianos'],
        apply: { by: 'mail', address: 'ingrid@sandahl-piano.example' },
        description: markdown`
          I have tuned pianos for nineteen years: in churches, in schools, in flats where the lift was too small and the piano
          came through the window. Yours is probably easier.

          ## What you get

          - A tuning at the pitch your piano bears, usually 440 or 442 Hz
          - The small things that show themselves on the way: a sticking key, a squeaking pedal, a loose button
          - An honest word on what your piano still needs, and on what it does not

          ## What it costs

          A tuning is 1,400 kronor for an upright and 1,800 for a grand, travel within forty kilometres included. An instrument
          that has not been tuned for five years often needs two rounds; I say so before I begin, and 2,200 is the most it
          costs. I send one invoice, payable in thirty days.

          ## Good to know

          I need about an hour and a half and a quiet room. Please leave no radiator on beneath the piano the night before. I
          leave it as it was, only in tune, and come again in a year if you ask.
        `,
      },
    ],
  },
  {
    name: 'Clearpath Access',
    website: 'https://clearpath-access.example',
    about: null,
    jobs: [
      {
        title: 'Accessibility review of your web site, with people who need it',
        kind: 'gig',
        category: 'technology',
        types: [],
        places: [],
        remote: { countries: ['GB', 'SE', 'FI', 'DE'], partly: false },
        gig: {
          by: 'firm',
          areaServed: 'Anywhere by video; London and Leeds in person',
          availability: 'From the second week of each month',
          price: { currency: 'GBP', min: 520, max: 640, unit: 'day' },
        },
        skills: ['WCAG 2.2', 'screen readers', 'user testing', 'plain language'],
        apply: { by: 'url', url: 'https://clearpath-access.example/reviews' },
        description: markdown`
          We are four people who look at web sites for a living. Two of us are blind, one has one hand, and the fourth
          writes everything down. We find what a program cannot: the form that is correct and that nobody can finish.

          ## A review

          - Half a day in which you tell us what matters: the three things that people come to do
          - Two to four days of work, on your real pages, with the tools that people really use
          - A report in plain words, the worst first, each fault with its place, its reason and its repair
          - An hour with your developers, who may ask anything

          ## The price

          Five hundred and twenty pounds a day, or 640 where a phone application belongs to it. Most reviews take four days. You
          know the number before we begin. Charities under twenty people pay for three days, whatever it takes.

          ## What we do not do

          We sell no badge, no overlay and no promise that nobody will complain. We come back after three months and look
          whether it got better; that day is in the price.
        `,
      },
    ],
  },
  {
    name: 'Fahrradhilfe Nord, Inhaberin Jette Marx',
    website: null,
    about: null,
    jobs: [
      {
        title: 'Fahrradreparatur vor Ihrer Haustür',
        kind: 'gig',
        language: 'de',
        category: 'maintenance',
        types: [],
        places: [towns.hamburg],
        gig: {
          by: 'firm',
          areaServed: 'Hamburg, innerhalb des Rings',
          availability: 'Montag bis Freitag, 7 bis 19 Uhr',
          price: { currency: 'EUR', min: 48, max: 48, unit: 'hour' },
        },
        skills: ['Fahrradmechanik', 'Lastenräder', 'Nabenschaltung'],
        apply: { by: 'mail', address: 'werkstatt@fahrradhilfe-nord.example' },
        description: markdown`
          Ihr Rad ist kaputt und die nächste Werkstatt hat in drei Wochen einen Termin. Ich komme mit dem Lastenrad zu Ihnen,
          repariere vor der Tür und bin wieder weg, bevor der Kaffee kalt ist.

          ## Was ich mache

          - Platten, Bremsen, Schaltung, Licht, Laufräder richten
          - Durchsicht vor dem Winter und nach dem Winter
          - Lastenräder und Kinderanhänger, auch die schweren
          - Keine Motoren: Wer an einem E-Bike mehr braucht als Mechanik, ist beim Händler besser aufgehoben

          ## Was es kostet

          48 Euro die Stunde, abgerechnet wird jede angefangene Viertelstunde. Die Anfahrt innerhalb des Rings ist frei. Teile
          kosten, was sie mich kosten, und den Beleg sehen Sie. Ein Platten dauert zwanzig Minuten, eine Durchsicht eine gute
          Stunde. Bezahlt wird bar oder auf Rechnung, wie Sie mögen.

          ## Für Häuser und Firmen

          Ab fünf Rädern im selben Hof komme ich einen ganzen Vormittag, auf Wunsch zweimal im Jahr und ohne dass jemand daran
          denken muss. Ich bin gelernte Mechanikerin, versichert und seit elf Jahren dabei.
        `,
      },
    ],
  },
  {
    name: 'Rəna Quliyeva',
    website: null,
    about: null,
    jobs: [
      {
        title: 'Interpreter for meetings: Azerbaijani, English, Russian',
        kind: 'gig',
        category: 'communications',
        types: [],
        places: [towns.baku],
        remote: { countries: [], partly: true },
        gig: {
          by: 'person',
          areaServed: 'Baku and Sumqayit; anywhere by video',
          availability: 'Mondays to Thursdays, and one weekend a month',
          price: { currency: 'AZN', min: 70, max: 110, unit: 'hour' },
        },
        skills: ['Azerbaijani', 'English', 'Russian', 'consecutive interpreting'],
        apply: { by: 'mail', address: 'rena@quliyeva-interpreting.example' },
        description: markdown`
          Three languages, one interpreter, twelve years of meetings that nobody remembers because everybody understood them.

          ## What I offer

          - Consecutive interpreting between Azerbaijani, English and Russian, for talks of up to ten people
          - Whispered interpreting for one or two guests at an event
          - Site visits, on foot and in a helmet: energy, water, rail and building are the fields that I know by their small words
          - A list of terms beforehand, which you may keep

          ## Prices

          Seventy manat an hour for a talk that is prepared, 110 for one that begins tomorrow. Two hours are the least. Travel
          outside Baku at cost; the hours on the road are not charged. Cancelled two days before, a booking costs nothing.

          ## How we begin

          Send the date, the languages and one page about the subject. You have an answer the same day, also when it is no, and
          then with the name of somebody who can. What I hear in your meeting stays there: I sign whatever you need for that,
          and would do it without.
        `,
      },
    ],
  },
  {
    name: 'Marisol Ortega',
    website: null,
    about: null,
    jobs: [
      {
        title: 'Mathematics tutoring, grades 6 to 12',
        kind: 'gig',
        category: 'education',
        types: [],
        places: [towns.brooklyn, towns.manhattan],
        remote: { countries: ['US'], partly: true },
        gig: {
          by: 'person',
          areaServed: 'Brooklyn and lower Manhattan, or by video',
          availability: 'After three on school days, Sunday mornings',
          price: { currency: 'USD', min: 55, max: 70, unit: 'hour' },
        },
        skills: ['algebra', 'geometry', 'calculus', 'Spanish'],
        apply: { by: 'mail', address: 'marisol@ortega-tutoring.example' },
        description: markdown`
          I taught at a public school in the Bronx for nine years and learned that hardly anybody is bad at mathematics. Most
          people have missed one week, long ago, and everything since then stands on it. We go and find that week.

          ## How it works

          The first hour is free, and no test: we do three problems together, and I listen. After it you get a page on what is
          missing and how long it would take, and you may leave with that page.

          Then once or twice a week, in English or Spanish, at your kitchen table, at a library or by video. Homework is ten
          minutes a day. Parents get two lines after each hour.

          ## Prices

          Fifty-five dollars an hour by video, seventy at your place. Brothers and sisters sit in for nothing. Called off the day
          before, an hour costs nothing either. Families with a school lunch card pay half, and nobody asks about it twice.

          I hold a New York State certificate, and was fingerprinted for it.
        `,
      },
    ],
  },
];
