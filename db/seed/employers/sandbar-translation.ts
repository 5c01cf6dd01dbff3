import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const sandbarTranslation: SeedEmployer = {
  name: 'Sandbar Translation Collective',
  website: 'https://sandbar-collective.example',
  about: markdown`
    A cooperative of 120 translators, interpreters and editors in eighteen countries. Members own it, set the rates and
    share the surplus. Our secretariat is three people in Portland and Manchester.
  `,
  jobs: [
    {
      title: 'Azerbaijani–English translator, energy',
      category: 'communications',
      types: ['contract'],
      places: [],
      remote: { countries: ['AZ', 'GB', 'US', 'DE'], partly: false },
      salary: { currency: 'USD', min: 38, max: 48, period: 'hour' },
      skills: ['Azerbaijani', 'English', 'translation', 'energy terminology'],
      referenceId: 'SB-AZ-5',
      apply: { by: 'url', url: 'https://sandbar-collective.example/join/az-en' },
      description: markdown`
        A wind farm on the Caspian wants its safety manuals, tenders and village newsletters to say the same thing in two
        languages. We want two translators who care about all three kinds of text equally.

        **The work.** About 60 hours a month until the end of the year, in both directions, in pairs: one translates, the other
        edits, then you swap. Terminology lives in a shared list that you help to build with the engineers. Deadlines are agreed
        with you, not announced to you.

        **Rates.** $38 to $48 an hour by experience, tracked by you and trusted by us. Editing pays the same as translating.
        Raw machine output is never sent for "light editing" at half price; if a tool helps you, use it, and answer for the
        result.

        **You.** Native or near-native in one language, at home in the other, able to tell a *relay* from a *relé* from a
        *estafet*. Russian is useful for old drawings. You work from any of the four countries named, on your own account.

        **Joining.** A paid sample of 400 words, feedback in a week. After six months you may become a member for a share of $50,
        with a vote like anyone's.
      `,
    },
    {
      title: 'Court and clinic interpreter, Somali and Finnish',
      category: 'communications',
      types: ['contract', 'per-diem'],
      places: [towns.helsinki, towns.turku],
      salary: { currency: 'EUR', min: 52, max: 64, period: 'hour' },
      skills: ['Somali', 'Finnish', 'consecutive interpreting', 'confidentiality'],
      apply: { by: 'url', url: 'https://sandbar-collective.example/join/so-fi' },
      description: markdown`
        In a hearing or a delivery room, the interpreter is the only person whom everybody must be able to trust. We need three
        more in Helsinki and Turku who deserve it.

        ## Assignments

        Hospitals, health centres, district courts, schools, the employment office. Most last one to two hours and are booked a
        week ahead; one in ten is urgent and pays half as much again. You are told the subject beforehand and may decline
        anything, without giving a reason and without being asked less often afterwards.

        ## Requirements

        - Somali and Finnish at the level of a legal interpreter's examination, passed or planned
        - Consecutive interpreting with notes; whispered interpreting for court
        - Strict silence about everything you hear

        ## Terms

        You invoice as a sole trader or through a light-entrepreneur service. At least two hours are paid for each assignment, plus
        travel time. Cancellations within 24 hours are paid in full. Once a month interpreters meet with a psychologist, because
        words stay with you, and that hour is paid too. Members elect the booking coordinator every spring.
      `,
    },
    {
      title: 'Subtitler for short documentaries (Swedish)',
      category: 'arts',
      types: ['contract'],
      places: [],
      remote: { countries: [], partly: false },
      salary: { currency: 'EUR', min: 34, max: 42, period: 'hour' },
      skills: ['Swedish', 'subtitling', 'timing', 'accessibility'],
      apply: { by: 'mail', address: 'subtitles@sandbar-collective.example' },
      description: markdown`
        Twelve films of about twenty minutes each, made by students in nine countries, shown in Swedish libraries next autumn. They
        need subtitles that people read without noticing that they are reading.

        You translate from English (four films come with a second language and an English script), time the lines yourself, and add
        a version for viewers who are deaf or hard of hearing: who speaks, what rustles, when the music turns. Our style sheet has
        two pages. It prefers a good short line to a complete long one.

        **How much.** Roughly seven hours per film for both versions, so about 85 hours between August and October. Take six films
        or all twelve. €34 an hour, €42 if you have subtitled for the deaf before. A second subtitler reads everything against the
        picture, and you do the same for them, at the same rate.

        **Who.** You write Swedish that sounds spoken, own or can borrow subtitling software, and have done at least three hours of
        published subtitles. From anywhere, on your own account. Please send one link and the line in it that was hardest.
      `,
    },
    {
      title: 'Office coordinator',
      category: 'administration',
      types: ['part-time'],
      places: [towns.portland, towns.manchester],
      remote: { countries: ['US', 'GB'], partly: true },
      salary: { currency: 'USD', min: 25, max: 29, period: 'hour' },
      skills: ['bookkeeping', 'meeting support', 'writing', 'cooperatives'],
      apply: { by: 'url', url: 'https://sandbar-collective.example/jobs/coordinator' },
      description: markdown`
        A hundred and twenty freelancers agree on one thing: somebody has to answer the mail. For the next person to do so we offer
        twenty-four hours a week, in Portland or in Manchester, and more influence than the title suggests.

        ## You will

        - Keep the members' register, invoices and the shared calendar in order
        - Prepare a general meeting across eleven time zones, twice a year, so that everybody can vote awake
        - Be the first voice that new translators and worried clients hear
        - Notice what we do twice, and stop it

        ## You are

        Organised in a way that calms others. At ease with numbers, and kind in writing when the answer is no. You have worked with
        volunteers, members or musicians. A second language is not needed, though you will pick one up.

        ## We are

        Three in the secretariat; you would make it a full team with cover for holidays. Pay is the same in both cities, converted
        on your first day and reviewed yearly. Health stipend in Portland, pension in Manchester, five weeks off in both. You
        choose your hours, apart from Tuesday, when we all meet on screen and nobody multitasks.
      `,
    },
  ],
};
