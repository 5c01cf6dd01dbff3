import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const garage = at(towns.springfield, { street: '1875 Depot Avenue', postalCode: '62703' });

export const prairieCommonsTransit: SeedEmployer = {
  name: 'Prairie Commons Transit',
  website: 'https://prairiecommons.example',
  about: markdown`
    A public transit district that runs 214 buses and a night train between Springfield, Peoria and Chicago. Governed
    by riders: five of our nine trustees are elected on board.
  `,
  jobs: [
    {
      title: 'Bus operator (paid training)',
      category: 'transport',
      types: ['full-time'],
      places: [garage, towns.peoria],
      salary: { currency: 'USD', min: 26.4, max: 34.1, period: 'hour' },
      skills: ['CDL class B', 'customer service', 'defensive driving'],
      referenceId: 'PCT-OP-2026-3',
      apply: { by: 'url', url: 'https://prairiecommons.example/jobs/operator' },
      description: markdown`
        Your office is forty feet long, seats thirty-eight, and kneels for strollers. Every morning the same nurse, the same two
        brothers and the same man with the trombone will be glad to see you.

        ## The job

        You drive city routes in Springfield or Peoria on shifts of eight to ten hours. You get people there safely, on time if
        possible, and politely either way. You call the control room when something is wrong, and they believe you.

        ## What it takes

        - 21 or older, a regular license for three years, a record you can explain
        - Nothing else: we teach you to drive the bus, pay you $26.40 an hour during the seven weeks, and pay for the CDL test
        - Patience in snow and with people

        ## What it gives

        Union contract with published raises: $34.10 after four years. Health coverage for your household from the first of the
        month after hire, a pension that is still a pension, paid breaks, real bathrooms at both ends of every route. You pick
        routes by seniority twice a year. Split shifts are voluntary and cost us extra, which is why there are so few.
      `,
    },
    {
      title: 'Transit data scientist',
      category: 'technology',
      types: ['full-time'],
      places: [towns.chicago],
      remote: { countries: ['US'], partly: true },
      salary: { currency: 'USD', min: 102000, max: 124000, period: 'year' },
      skills: ['statistics', 'Python', 'SQL', 'GTFS', 'forecasting'],
      referenceId: 'PCT-AN-11',
      apply: { by: 'url', url: 'https://prairiecommons.example/jobs/data-scientist' },
      description: markdown`
        We know where our buses are to the meter and why they are late to the nearest rumor. Help us replace the rumors.

        ## First year

        1. Build a model of bunching on Route 11 that a dispatcher trusts enough to hold a bus for.
        2. Estimate how many people we leave at the stop. Nobody counts them, and they pay taxes.
        3. Redo our on-time figure so that it measures what riders feel, and publish it even if it drops.

        ## You

        Solid statistics, clean Python, SQL without fear. You can say "the data cannot tell us that" to a trustee. You would rather
        ride a route for a day than guess. Experience with transit feeds, queueing or causal inference will make us happy; a
        portfolio with one honest failure in it, happier.

        ## Terms

        Two days a week at the Chicago office near the river, one day a month at a garage, the rest at home in the United States.
        Public-sector pension, 24 days off, free travel on our network for you and one other person. Everything you make is
        published under an open license unless it concerns a person, in which case it is not collected.
      `,
    },
    {
      title: 'Diesel and electric bus mechanic',
      category: 'maintenance',
      types: ['full-time'],
      places: [garage],
      salary: { currency: 'USD', min: 33.5, max: 39.8, period: 'hour' },
      skills: ['diesel', 'high-voltage systems', 'brakes', 'diagnostics'],
      referenceId: 'PCT-MX-19',
      apply: { by: 'reference' },
      description: markdown`
        Half our fleet drinks diesel and the other half plugs in. Both halves have brakes, doors and wheelchair ramps, and those
        are what riders notice. We want a mechanic who is good with the old half and eager for the new.

        **The floor.** Fourteen bays, heated, with lifts that were inspected this year. Nineteen mechanics on three shifts, one
        master electrician, parts that are on the shelf eight times out of ten. You own a repair from diagnosis to road test, and
        your signature is what puts the bus back on the street.

        **You bring** three years on heavy vehicles, your own hand tools (we insure them and add $900 a year), and a CDL or the
        will to get one. ASE certificates count. High-voltage training is on us: two weeks, paid, in the first six months.

        **You get** $33.50 to $39.80 by certificate, not by negotiation; $2.25 more for nights; overtime that you may refuse twice a
        month without a reason; full health coverage; the state pension plan. After a year you can bid for the electric team.
      `,
    },
    {
      title: 'Assistant general counsel, public contracts',
      category: 'legal',
      types: ['full-time'],
      places: [towns.springfield],
      salary: { currency: 'USD', min: 108000, max: 131000, period: 'year' },
      skills: ['procurement law', 'contracts', 'public meetings', 'plain writing'],
      apply: { by: 'mail', address: 'counsel@prairiecommons.example' },
      description: markdown`
        A transit district buys buses, tires, salt, software and, once, a bridge. Each purchase is public money and will be read
        by somebody who lost. You make sure that the contract is sound and the reasons are written down.

        You would be the second lawyer in a department of two, with a paralegal who remembers everything. About half your time goes
        to procurement: drafting, protests, negotiations with manufacturers who have larger departments than we do. A quarter is
        open-meetings and records law. The rest is whatever the night brings: a claim, a strike vote, a raccoon in a substation.

        **Required.** Admission in Illinois or eligibility for it within a year, four years of practice, at least two of them with
        public contracts. You write one-page memos. You are at ease in a room of angry riders, because they are your client.

        **Offered.** Salary as stated, public pension, 40-hour weeks except before the budget, loan forgiveness eligibility, an
        office with a window over the depot. Argument is welcome here; it is what we hire for. Please enclose two pages of your
        own writing that a bus operator could follow.
      `,
    },
    {
      title: 'Rider ambassador, evenings',
      category: 'public-safety',
      types: ['part-time'],
      places: [towns.chicago, towns.peoria],
      salary: { currency: 'USD', min: 23, max: 25.5, period: 'hour' },
      skills: ['de-escalation', 'first aid', 'languages'],
      untilFilled: true,
      apply: { by: 'url', url: 'https://prairiecommons.example/jobs/ambassador' },
      description: markdown`
        Ambassadors ride the late lines in pairs. They carry water, a radio, naloxone and bus passes, but no weapon and no ticket
        book. Since they started, calls to the police from our buses have fallen by a third, and drivers ask for them.

        What you do depends on the night. You help someone find the shelter that still has a bed. You sit down beside a quarrel
        before it becomes one. You explain the fare cap. You wait with a teenager until her aunt comes. You write four lines about
        it afterward, without names.

        ### We look for

        - Calm, humor and good shoes
        - Experience with people in hard situations, paid or lived
        - English plus any language of our riders: Spanish, Polish, French, Arabic, Yoruba
        - 20 to 28 hours a week between 6 pm and 1 am, with two weekends off a month

        ### We give

        Three weeks of paid training, always a partner, a ride home, counseling that nobody needs to justify, health coverage from
        24 hours a week, and a route into operator or control-room jobs for those who want one.
      `,
    },
  ],
};
