import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const clinic = at(towns.bronx, { street: '2140 White Plains Road', postalCode: '10462' });

export const pelhamGateHealth: SeedEmployer = {
  name: 'Pelham Gate Health',
  website: 'https://pelhamgate.example',
  about: markdown`
    Pelham Gate is a member-owned network of six neighborhood clinics in New York City. Twelve thousand families pay a
    monthly share and elect the board. Nobody here is paid by the visit, so nobody hurries one.
  `,
  jobs: [
    {
      title: 'Registered nurse, walk-in clinic',
      category: 'health',
      types: ['full-time', 'part-time'],
      places: [clinic],
      salary: { currency: 'USD', min: 96000, max: 112000, period: 'year' },
      skills: ['triage', 'RN license', 'Spanish', 'vaccinations'],
      referenceId: 'PGH-RN-07',
      apply: { by: 'url', url: 'https://pelhamgate.example/careers/rn-walk-in' },
      description: markdown`
        People come in with a cough, a cut thumb, a letter they cannot read, a baby who will not stop crying. You are the first
        clinician they meet, and often the only one they need.

        ## Your day

        You see about eighteen patients in an eight-hour shift, never more than twenty-two. You triage, treat under standing
        orders, vaccinate, teach, and call a physician to the room when you want a second pair of eyes. Notes are done before
        you leave, because the schedule leaves time for them.

        ## You bring

        - A current New York State RN license and BLS
        - One year of emergency, urgent or primary care
        - Spanish, Bengali or Albanian is worth $2,500 a year to us and more to our patients
        - The nerve to say "I don't know yet"

        ## We offer

        Thirty-six or twenty-four hours a week, set shifts, every second weekend free. Full health coverage from day one,
        loan repayment up to $6,000 a year, six weeks of paid leave including sick time you are expected to use. You will have
        a mentor for your first ninety days and a say in who joins after you.
      `,
    },
    {
      title: 'Community health worker (Spanish)',
      category: 'care',
      types: ['full-time'],
      places: [towns.bronx, towns.manhattan],
      salary: { currency: 'USD', min: 27.5, max: 31, period: 'hour' },
      skills: ['Spanish', 'home visits', 'benefits enrollment', 'motivational interviewing'],
      apply: { by: 'mail', address: 'community@pelhamgate.example' },
      description: markdown`
        Some of our members skip insulin to pay for electricity. Medicine alone does not fix that. You do, one kitchen table
        at a time.

        You carry thirty households. You visit, listen, and find out what actually stands in the way: a landlord, a form, a bus
        that no longer runs, a diagnosis nobody explained in Spanish. Then you and the family make a plan with two or three
        steps, and you walk the first one with them.

        **Typical this month:** a grandmother's appeal to the utility, a ride schedule for dialysis, a cooking evening at the
        Soundview clinic, three calls to a school nurse about one inhaler.

        **What matters to us:** you have lived or worked in neighborhoods like these; you speak Spanish as your family does,
        not as a textbook does; you keep other people's secrets. No degree is required. We train and certify you, and pay
        you while you learn.

        **What you can count on:** 37.5 hours, mostly daytime, a partner for every first visit, a phone that is switched off
        at six, a MetroCard, health coverage for you and your children, and a supervisor who did this work for nine years.
      `,
    },
    {
      title: 'Medical records analyst',
      category: 'technology',
      types: ['full-time'],
      places: [towns.manhattan],
      remote: { countries: ['US'], partly: true },
      salary: { currency: 'USD', min: 84000, max: 98000, period: 'year' },
      skills: ['SQL', 'FHIR', 'data quality', 'privacy'],
      referenceId: 'PGH-IT-31',
      apply: { by: 'url', url: 'https://pelhamgate.example/careers/records-analyst' },
      description: markdown`
        Six clinics, two record systems, one patient who is spelled four ways. You find her, make her one person again, and
        see to it that it does not happen next week.

        ### What you own

        - The match rules between our systems, and the weekly list of doubtful pairs
        - Six reports the board reads every quarter; you may retire any that nobody can explain
        - Requests from patients who want their own records, answered within five days
        - The register of who may see what, reviewed with each clinic twice a year

        ### What you know

        SQL as a second language, FHIR or HL7 at least as a tourist, and enough statistics to be suspicious of a clean chart.
        You have handled health or similarly private data and have opinions about least privilege. You can tell a nurse what
        went wrong without using the word "interface".

        ### How we work

        Two days at 125th Street, the rest at home. A team of four, no tickets above three sentences, deployments before lunch.
        Nobody looks at a chart without a reason that is logged, you included. Salary bands are public inside the company, and
        you start where your experience says, not where your last employer left you.
      `,
    },
    {
      title: 'Per diem phlebotomist',
      category: 'health',
      types: ['per-diem'],
      places: [clinic, towns.brooklyn],
      salary: { currency: 'USD', min: 26, max: 30, period: 'hour' },
      skills: ['venipuncture', 'pediatric draws', 'specimen handling'],
      untilFilled: true,
      apply: { by: 'reference' },
      referenceId: 'PGH-LAB-12',
      description: markdown`
        You are the person who gets the vein on the first try and lets the child choose the bandage. We want to have your
        number for the mornings when our regulars are ill, on leave or at a graduation.

        **How it works.** You tell us each month which mornings you could work. We offer shifts at least four days ahead, and
        you are free to decline. Shifts run from 7 to 11 or 7 to 1. A canceled shift is paid in full if we cancel it on the
        same day.

        **The work.** Ten to fourteen draws an hour at most, adults and children, including patients with difficult veins and
        patients who faint. Labeling at the chair, never at the desk. Two clinics, both a short walk from the subway.

        **You.** A current phlebotomy certification, at least six months of practice, up-to-date immunizations. You know when
        to stop after two attempts and ask a colleague.

        **Pay.** By experience, with 10 percent more before eight and on Saturdays. Paid orientation day. After 300 hours in a
        year you may buy into the health plan at the staff rate.
      `,
    },
    {
      title: 'Clinic volunteer, waiting room companion',
      category: 'care',
      types: ['volunteer'],
      places: [clinic],
      skills: ['listening', 'Spanish', 'Bengali'],
      untilFilled: true,
      apply: { by: 'url', url: 'https://pelhamgate.example/volunteer' },
      description: markdown`
        Waiting alone for a result is hard. Waiting next to somebody is less so. Our companions are neighbors who give one
        morning or afternoon a week to sit with people.

        There is no script. Some patients want to talk about their grandchildren, some want help with a crossword or a form,
        some want quiet company. You fetch water, keep an eye on a stroller, tell the desk when somebody feels worse, and walk
        people to the bus if they ask.

        ## Good to know

        - Three hours a week, the same shift, for at least four months
        - Two training evenings on privacy, infection control and what to do when you do not know what to do
        - You never see a chart, and you never repeat what you hear
        - Lunch, travel costs and a flu shot are on us; this is unpaid, and we do not use volunteers in place of staff

        We welcome students, retirees and anybody between jobs. If you speak Bengali, Albanian or Twi, please say so: there is
        a chair with your name on it. Under eighteen, we ask for a parent's signature.
      `,
    },
  ],
};
