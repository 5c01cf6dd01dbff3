import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const bakery = at(towns.bristol, { street: '41 Tannery Row', postalCode: 'BS2 0QW' });

export const harrowAndThyme: SeedEmployer = {
  name: 'Harrow & Thyme',
  website: 'https://harrow-thyme.example',
  about: markdown`
    Three bakeries and two lunch rooms in Bristol, London and Cardiff. We mill some of our own flour, share the service
    charge equally, and close on Mondays so that everybody has the same day off.
  `,
  jobs: [
    {
      title: 'Night baker',
      category: 'hospitality',
      types: ['full-time'],
      places: [bakery],
      salary: { currency: 'GBP', min: 14.6, max: 16.2, period: 'hour' },
      skills: ['sourdough', 'lamination', 'deck ovens'],
      apply: { by: 'mail', address: 'ovens@harrow-thyme.example' },
      description: markdown`
        At ten at night the street is empty and the dough is awake. By six there are 900 loaves on the racks and a queue that
        smells them. In between there are four of you, a radio, and a lot of flour.

        **The shift.** 10 pm to 6 am, four nights a week, never Sunday into Monday. You mix, shape and bake; we rotate stations
        every week so that nobody becomes "the croissant person" against their will. Wet doughs, deck ovens, a mill that
        everyone learns to dress.

        **You.** Two years in a bakery, or one and a stubborn streak. You can tell by hand when a dough is done, and you still
        use the thermometer. You lift 16-kilo sacks with a trolley, because we are not in a film.

        **We.** £14.60 to start and £16.20 once you run the oven alone, an equal share of the service charge (£1.90 an hour last
        year), a taxi home in winter, twenty-eight days plus bank holidays, and as much bread as a household can eat. Come for
        a paid trial night before either of us decides.
      `,
    },
    {
      title: 'Lunch chef, vegetarian kitchen',
      category: 'hospitality',
      types: ['full-time', 'part-time'],
      places: [towns.london],
      salary: { currency: 'GBP', min: 33000, max: 36500, period: 'year' },
      skills: ['vegetarian cooking', 'menu planning', 'allergens', 'ordering'],
      referenceId: 'HT-L-6',
      apply: { by: 'url', url: 'https://harrow-thyme.example/work/lunch-chef' },
      description: markdown`
        One soup, two plates, three salads, one pudding: every weekday, for about 160 people, from what the two farms send. The
        menu is written at eight in the morning by whoever is cooking. On three days a week that would be you.

        ## In the kitchen

        - Cook with one other chef and a porter, in a room with a window that opens
        - Plan with the farms in winter what will be planted for you in spring
        - Keep the allergen sheet as if someone you love had to eat by it
        - Waste less than four per cent; we weigh it, you will get competitive

        ## About you

        You have run a section or a small kitchen and prefer vegetables to be the point. You season boldly, shout rarely and
        label everything. You teach without being asked.

        ## The deal

        Daytime only: 7.30 to 4, Tuesday to Friday and one Saturday in three. Equal share of the service charge on top of the
        salary. Pension, sick pay from the first day, knives sharpened monthly. Part-time from three days is fine: tell us which.
      `,
    },
    {
      title: 'Café team member',
      category: 'sales',
      types: ['part-time'],
      places: [towns.cardiff, bakery],
      salary: { currency: 'GBP', min: 12.85, max: 13.4, period: 'hour' },
      skills: ['coffee', 'service', 'Welsh'],
      untilFilled: true,
      apply: { by: 'url', url: 'https://harrow-thyme.example/work/cafe' },
      description: markdown`
        You will know forty people's coffee by the end of your second week, and by the end of the first month something about
        their dogs. That is most of the job. The rest is carrying, wiping and telling the kitchen that table six has to catch a
        train.

        We are looking for three people: two for our new lunch room in Cardiff, one for the bakery counter in Bristol. Shifts
        are five to eight hours between 7 am and 5 pm. You get your rota four weeks ahead, and it only changes if you agree.
        Between 16 and 28 hours a week, weekends shared fairly.

        Experience is welcome, kindness is required. We train you on the machine, on allergens, on how to say no to a customer
        pleasantly. In Cardiff, *bore da* is a good start, and fluent Welsh is worth an extra 30p an hour.

        Pay starts at the real living wage, rises after six months, and everybody shares the service charge by hours worked,
        owners included. Staff lunch is hot and eaten sitting down. Mondays are always, always off.
      `,
    },
    {
      title: 'Delivery rider, cargo bike',
      category: 'transport',
      types: ['contract'],
      places: [bakery],
      salary: { currency: 'GBP', min: 95, max: 110, period: 'day' },
      skills: ['cycling', 'route planning', 'punctuality'],
      apply: { by: 'url', url: 'https://harrow-thyme.example/work/rider' },
      description: markdown`
        Twenty-two cafés, eleven miles, one hill. Our bread leaves at 5.45 by cargo bike and is on the last counter at 8.30. We
        need two self-employed riders who share the week between them and stand in for each other.

        **The round.** Around 120 kilos out, empty crates back. The bike has a motor and good brakes; it is ours, serviced by us
        and insured by us. You may use your own if you prefer, for £12 more a day.

        **The fee.** £95 per round, £110 on Saturdays and on days with a weather warning. If we cancel after six in the evening
        before, you are paid in full. Invoices are settled every Friday. You are free to work for others and to send your
        stand-in without asking.

        **You.** You ride daily and calmly, also in January. You can find a back door from a description such as "behind the
        church, not that church". You have public liability cover or will get it before you start; we reimburse half.

        Tell us which days suit you and where you have ridden with a load before. We will go round once together, paid, and then
        talk over breakfast.
      `,
    },
  ],
};
