import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const quay = at(towns.goteborg, { street: 'Fiskhamnsgatan 90', postalCode: '414 58' });

export const tidelineFerries: SeedEmployer = {
  name: 'Tideline Ferries',
  website: 'https://tideline-ferries.example',
  about: markdown`
    Tideline runs seven small ferries along the Swedish west coast and one to Gotland in summer. Four of them sail on
    batteries; the other three will before the decade is over. We are 210 people in winter and 340 in July, owned by
    the people who work here since 2011.
  `,
  jobs: [
    {
      title: 'Deck officer, electric ferries',
      category: 'transport',
      types: ['full-time'],
      places: [quay, towns.stromstad],
      salary: { currency: 'SEK', min: 41500, max: 48000, period: 'month' },
      skills: ['navigation', 'STCW II/2', 'passenger safety', 'Swedish'],
      referenceId: 'TF-2614',
      apply: { by: 'url', url: 'https://tideline-ferries.example/jobs/deck-officer' },
      description: markdown`
        Our newest ferry carries 297 people, makes no noise and stops nineteen times a day. We need one more officer who
        likes short crossings, tight quays and regulars who know the timetable better than we do.

        ## A week with us

        You stand four days of ten hours, then have three off. You and the master share the bridge; you lead the evacuation
        drill every second Sunday, keep the charging log together with the engineer, and answer the islanders' questions
        while we load. In fog we all talk less and look more.

        ## What you need

        - Certificate as officer in charge of a navigational watch (STCW II/2) and a valid medical certificate
        - Two years on passenger ships, or one on high-speed craft
        - Swedish you can give an order in; English you can explain it in
        - A liking for routine: the same six miles, done well, four thousand times

        ## What you get

        The seafarers' collective agreement, paid travel from anywhere in Bohuslän, a type course for battery propulsion in
        your first spring, and a vote at the annual meeting after twelve months. Uniforms are knitted, not polyester.
      `,
    },
    {
      title: 'Matros till skärgårdstrafiken, säsong',
      language: 'sv',
      category: 'transport',
      types: ['temporary', 'full-time'],
      places: [towns.stromstad],
      salary: { currency: 'SEK', min: 28400, max: 30100, period: 'month' },
      skills: ['svenska', 'grundläggande säkerhet', 'kassa'],
      referenceId: 'TF-2619',
      apply: { by: 'mail', address: 'besattning@tideline-ferries.example' },
      description: markdown`
        Från valborg till sista september går våra båtar till Koster varje halvtimme, och då behöver vi fler händer på däck.
        Du tar emot trossar, lastar cyklar, barnvagnar och en och annan get, säljer biljetter och håller ett vänligt öga på
        dem som aldrig har åkt båt förut.

        ## Det här gör du

        - förtöjer och lossar, i snitt arton gånger per dag
        - räknar passagerare och ser till att flytvästarna stämmer
        - städar salongen mellan turerna och kokar kaffe åt besättningen när det är din tur
        - är med på säkerhetsövning varje vecka

        ## Det här tar du med dig

        Grundläggande säkerhetsutbildning (vi betalar den om du saknar den), svenska och lite norska i öronen. Du är pigg
        klockan sex på morgonen och snäll klockan sju på kvällen. Erfarenhet av sjön är bra, erfarenhet av kafé eller
        hemtjänst är minst lika bra.

        ## Villkor

        Kollektivavtal, fri sjukvård ombord, delat boende i Strömstad för 1 900 kronor i månaden. Många av våra befäl började
        precis så här. Vi läser ansökningar löpande och ringer alla vi vill träffa inom två veckor.
      `,
    },
    {
      title: 'Marine electrician, battery and shore power',
      category: 'maintenance',
      types: ['full-time'],
      places: [quay],
      salary: { currency: 'SEK', min: 38000, max: 45000, period: 'month' },
      skills: ['high voltage', 'battery systems', 'PLC', 'troubleshooting'],
      apply: { by: 'url', url: 'https://tideline-ferries.example/jobs/marine-electrician' },
      description: markdown`
        When a ferry charges for six minutes at every turn, the plug is the most important part of the ship. You keep ours
        working: four vessels, five charging towers, 6 MWh of cells and a workshop with a view of the harbour.

        **The work.** Half is planned: thermography, torque checks, firmware, insulation tests on a calendar that you help to
        write. The other half is a master on the radio saying that tower two will not latch, in sleet, with 180 people
        waiting. You decide whether we sail on the spare, and nobody ashore will overrule you.

        **You.** A trained electrician with authorisation for high voltage, comfortable reading PLC logic and sceptical of
        any fault that cleared itself. Ships are not required; several of us came from trams, hospitals and paper mills.
        You write short, clear notes, because the night shift has to act on them.

        **Us.** Two electricians, an apprentice, an engineer who answers messages. One week in five on call, paid from the
        first minute. Tools are ours and good. Courses are yours to choose, up to ten days a year, and we mean it: last year
        everybody used them.
      `,
    },
    {
      title: 'Timetable planner',
      category: 'policy',
      types: ['part-time'],
      places: [towns.goteborg],
      remote: { countries: ['SE', 'NO', 'DK', 'FI'], partly: true },
      salary: { currency: 'SEK', min: 240, max: 290, period: 'hour' },
      skills: ['scheduling', 'optimisation', 'GTFS', 'Python'],
      apply: { by: 'url', url: 'https://tideline-ferries.example/jobs/timetable-planner' },
      description: markdown`
        A timetable looks like a table and behaves like a peace treaty. School starts at 8.10, the fish van must meet the
        11.40, the battery wants six minutes at every end, and the union wants lunch. You make it fit, twenty hours a week.

        ### What lands on your desk

        - Two timetables a year, from first sketch to printed card
        - Crew rosters that respect rest times without a spreadsheet nobody else can open
        - Our public data feed: if an app shows a boat that does not sail, it is yours to fix
        - Evenings on four islands each autumn, listening to people who will live with your decisions

        ### What would convince us

        You have planned something with wheels, wings or hulls before, or you have modelled something hard and explained it to
        people who did not ask for a model. You write some Python or are ready to. Swedish helps for the island evenings;
        a colleague can interpret for the rest.

        ### Practical

        Work from home in any Nordic country, with four days a quarter in Göteborg that we pay for. Hours are flexible, except
        in the two weeks before a new timetable, which are not.
      `,
    },
    {
      title: 'Sommarvärd på terminalen i Visby',
      language: 'sv',
      category: 'customer-service',
      types: ['temporary', 'part-time'],
      places: [towns.visby],
      salary: { currency: 'SEK', min: 152, max: 168, period: 'hour' },
      skills: ['bemötande', 'svenska', 'engelska', 'tyska'],
      apply: { by: 'mail', address: 'visby@tideline-ferries.example' },
      description: markdown`
        I juli kommer tolvhundra personer i timmen genom vår terminal. De flesta vill veta tre saker: var är bussen, var är
        toaletten, hinner jag. Du svarar på alla tre, på minst två språk, och ser ut som om det är första gången någon frågar.

        Passen är fem timmar, morgon eller kväll, och du väljer själv mellan tre och fem pass i veckan. Ni är alltid minst två.
        Tillsammans visar ni fram kön, hjälper den som sitter i rullstol ombord först, tar hand om borttappade barn och nallar
        och ropar ut förseningar på ett sätt som folk förstår.

        Du behöver inte ha jobbat förut. Du behöver tycka om människor även när de är trötta, kunna läsa en karta och tala
        svenska och engelska; tyska eller finska är en stor fördel. Du har fyllt sexton.

        Vi ger två betalda utbildningsdagar i början av juni, lön enligt avtal med tillägg på helger, fria resor med alla våra
        båtar under hela året och ett arbetsintyg som är skrivet av någon som faktiskt har sett dig arbeta.
      `,
    },
  ],
};
