import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const mill = at(towns.leeds, { street: '3 Fernhill Mill Lane', postalCode: 'LS12 2QT' });

export const fernhillMuseum: SeedEmployer = {
  name: 'Fernhill Museum of Work',
  website: 'https://fernhill-museum.example',
  about: markdown`
    A museum about what people did all day. We live in a former worsted mill in Leeds, with a small sister site in
    Glasgow. Independent charity, free entry, 140,000 visitors a year, and a loom that still runs at noon.
  `,
  jobs: [
    {
      title: 'Curator, working lives',
      category: 'arts',
      types: ['full-time'],
      places: [mill],
      salary: { currency: 'GBP', min: 33500, max: 37200, period: 'year' },
      skills: ['curating', 'oral history', 'collections', 'writing for the public'],
      referenceId: 'FMW/26/14',
      apply: { by: 'url', url: 'https://fernhill-museum.example/work-here/curator' },
      description: markdown`
        We have forty thousand objects and, for most of them, no idea whose hands they were in. You will put that right, a few
        hundred at a time, by asking.

        ## The post

        You look after the working lives collection, from weavers' reed hooks to a call-centre headset. You record two oral
        histories a month, plan one exhibition a year, and write every label you are responsible for in sixty words or fewer.
        Your first exhibition is on night work; the budget is £48,000, the room is the old dye house.

        ## You will need

        - Three years of curatorial work with social or industrial history
        - Experience of recording people, and of the consent that goes with it
        - Labels we can read on the day: please send three
        - A driving licence, or a good plan without one

        ## You will have

        A 35-hour week, 28 days plus bank holidays, a pension with 9 per cent from us, and a research day each month that
        nobody books over. We shortlist without names and schools, send the questions two days before, and pay your fare.
        Interviews are in the mill, after the noon loom.
      `,
    },
    {
      title: 'Weekend visitor host',
      category: 'customer-service',
      types: ['part-time'],
      places: [mill, towns.glasgow],
      salary: { currency: 'GBP', min: 12.85, max: 12.85, period: 'hour' },
      skills: ['welcome', 'storytelling', 'first aid'],
      untilFilled: true,
      apply: { by: 'mail', address: 'hosts@fernhill-museum.example' },
      description: markdown`
        "Did children really work here?" You will hear it six times before lunch, and you will answer it six times as if it were
        the first, because for the eight-year-old in front of you it is.

        Hosts are the museum's voice. You open the doors, walk the floors, start conversations and leave people alone who want
        to be alone. You demonstrate one machine of your choice once we have trained you. You spot the lost glove, the tired
        grandfather, the party of thirty that booked for Sunday and came on Saturday.

        **Hours.** Saturdays or Sundays or both, 9.30 to 5.15, with a paid half-hour break. You choose a pattern for each
        quarter and we stick to it. One host post in Leeds, two in Glasgow.

        **You.** Warm, punctual, curious. British Sign Language, Urdu, Polish or Gaelic would be lovely. No experience with
        museums needed: our best host drove a bus.

        **Pay.** The real living wage, the same for everybody, reviewed each November. Free entry to partner museums, ten per
        cent off in the café, first-aid training, and a coat that is warm enough for a mill.
      `,
    },
    {
      title: 'Volunteer textile conservator',
      category: 'arts',
      types: ['volunteer'],
      places: [mill],
      skills: ['sewing', 'textiles', 'patience'],
      untilFilled: true,
      apply: { by: 'url', url: 'https://fernhill-museum.example/volunteer/textiles' },
      description: markdown`
        On Tuesdays seven people sit around a long table under north light and mend trade-union banners. There is an eighth
        chair.

        The banners are silk, painted on both sides, and up to a hundred and thirty years old. Under the eye of our conservator
        you will vacuum through a screen, humidify creases, and lay stitches that the next person can undo. It is slow. A
        square foot a morning is quick. In three years the table has finished four banners; two of them have since walked
        again, carefully, at the front of a gala.

        ### What we ask

        Steady hands, clean hands, and one Tuesday a week for at least six months. If you have sewn for a living, or for love,
        tell us what. If you have not, come and watch for a morning first.

        ### What we give

        Training from an accredited conservator, a reference that says precisely what you can do, travel up to £12 a day, lunch,
        and company. This is a volunteer role alongside two paid conservators, and takes no one's place. The room is step-free
        and the chairs are good.
      `,
    },
    {
      title: 'Head of learning',
      category: 'education',
      types: ['full-time'],
      places: [towns.glasgow],
      remote: { countries: ['GB'], partly: true },
      salary: { currency: 'GBP', min: 41000, max: 45500, period: 'year' },
      skills: ['learning programmes', 'schools', 'team leadership', 'fundraising'],
      referenceId: 'FMW/26/17',
      apply: { by: 'url', url: 'https://fernhill-museum.example/work-here/head-of-learning' },
      description: markdown`
        Eleven thousand schoolchildren came last year. They remember the loom. We would like them to remember a question too,
        and we would like the four thousand who could not afford the coach to come as well.

        ## What you would lead

        A team of five in Leeds and Glasgow. Workshops for schools, the Saturday making club, an adult programme that is mostly
        good and partly habit, and a new partnership with three further-education colleges on trades that still hire. You sit
        on the management team and bring in about a fifth of your budget from trusts, with help from our fundraiser.

        ## What we hope to read

        That you have taught, in a room, with scissors. That you have led people and let one of them be better than you at
        something. That you have closed a programme and can say why. Two pages, please, in whatever form suits you; a recording
        is as good as a letter.

        ## What you can expect

        Three days a week in Glasgow, travel to Leeds by train, flexible hours around school runs, a pension with 9 per cent,
        and a director who says what she thinks in the meeting rather than after it.
      `,
    },
    {
      title: 'Illustrator for a family trail',
      category: 'arts',
      types: ['contract'],
      places: [towns.leeds],
      remote: { countries: [], partly: false },
      salary: { currency: 'GBP', min: 260, max: 320, period: 'day' },
      skills: ['illustration', 'children', 'print', 'accessibility'],
      apply: { by: 'url', url: 'https://fernhill-museum.example/commissions/trail' },
      description: markdown`
        We want to lead families through five floors by following a mouse. The mouse needs a face, a waistcoat and about twenty
        situations. You draw them.

        ### Brief

        - Twenty-two drawings in two colours for a folded trail (A3, recycled stock) and eleven floor stickers
        - Legible for a child of five and a grandparent with cataracts; nothing depends on colour alone
        - Roughs in four weeks, finals six weeks after that; about fourteen days of work
        - One day on site to draw machines from life, with the engineers who run them. If you live far away, we film for you

        ### Terms

        Day rate as stated, a third on signing, a third on roughs, a third on delivery, each within fourteen days. You keep the
        copyright; we take a licence for the trail and for posters in our shop, with fifteen per cent of every poster to you.
        Two rounds of changes are included, and we promise to collect our opinions before we send them.

        ### To apply

        A link to your work and three sentences on how a mouse would behave in a spinning room. No free pitches: the shortlist
        of three is paid £200 each for a sketch.
      `,
    },
  ],
};
