import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const plainspokenSoftware: SeedEmployer = {
  name: 'Plainspoken Software',
  website: 'https://plainspoken.example',
  about: markdown`
    We make the forms that cities put on the web: dog licences, bulky waste, parking permits. Thirty-four people in
    nine countries, no office, one week together each spring. Our code is open source.
  `,
  jobs: [
    {
      title: 'Senior front-end engineer, accessible forms',
      category: 'technology',
      types: ['full-time'],
      places: [],
      remote: { countries: ['US', 'GB', 'DE', 'SE', 'FI'], partly: false },
      salary: { currency: 'USD', min: 128000, max: 152000, period: 'year' },
      skills: ['TypeScript', 'accessibility', 'HTML', 'CSS', 'testing'],
      referenceId: 'PS-77',
      apply: { by: 'url', url: 'https://plainspoken.example/jobs/senior-front-end' },
      description: markdown`
        Two million people will fill in your text field this year. Some of them with a screen reader, some on a cracked phone on
        the bus, some while angry about a parking ticket. None of them chose us. That is why it has to work.

        ## What you will do

        Own our component library: forty-one components, plain HTML first, with script only where it helps. Pair with city teams
        on the forms nobody wants to touch. Test with people who use assistive technology every month, and change your mind
        afterwards.

        ## What we look for

        - You know what the browser already does and let it
        - WCAG is a floor you stand on, not a checklist you wave
        - TypeScript that a tired colleague can read
        - You have removed more code than you are proud of having written

        ## How we work

        Thirty-six hours a week, core time 14 to 17 UTC, most decisions in writing. Salaries follow a published formula; the range
        above is what you would see on day one, anywhere. Five weeks of leave as a minimum, a machine of your choice, $1,500 a
        year for learning. The process: a call, a paid half-day on a real issue, a talk about it. Two weeks in all.
      `,
    },
    {
      title: 'Platform engineer',
      category: 'technology',
      types: ['full-time'],
      places: [],
      remote: { countries: ['US', 'CA'], partly: false },
      salary: { currency: 'USD', min: 135000, max: 160000, period: 'year' },
      skills: ['Linux', 'PostgreSQL', 'Terraform', 'observability', 'Go'],
      referenceId: 'PS-79',
      apply: { by: 'url', url: 'https://plainspoken.example/jobs/platform' },
      description: markdown`
        Ninety-one cities, one platform, four people who keep it up. You would be the fifth, and the reason that the other four
        can go on holiday.

        **What is there.** Boring things on purpose: Linux, PostgreSQL, a queue, some Go, a lot of Terraform. Deploys take seven
        minutes and happen twelve times a day. The last outage that anyone outside noticed lasted nineteen minutes; the report
        is on our site, with our names under it.

        **What is next.** Restores that are tested every week instead of every quarter. A second region for the cities that must
        have one. Less infrastructure: we think a third of it could go, and would like you to prove us wrong or right.

        **Who fits.** You have been on call for something that mattered and have made it quieter. You can explain a query plan.
        You write the runbook before the alert. You are kind in incidents.

        **Terms.** Anywhere in the United States or Canada. One week in five on call, paid at $900 a week plus time back for
        every night you are woken. Health, dental and vision from the first day, 401(k) or RRSP match of 5 percent, sixteen
        weeks of parental leave for every parent.
      `,
    },
    {
      title: 'Content designer, plain language',
      category: 'communications',
      types: ['part-time'],
      places: [],
      remote: { countries: [], partly: false },
      salary: { currency: 'USD', min: 46, max: 58, period: 'hour' },
      skills: ['content design', 'plain language', 'user research', 'Spanish'],
      apply: { by: 'url', url: 'https://plainspoken.example/jobs/content-designer' },
      description: markdown`
        "The applicant shall furnish proof of domicile." We say: *Show us where you live.* Somebody has to make that change eleven
        hundred times, and win the argument with legal each time. For twenty-four hours a week, that could be you.

        ### You would

        - Rewrite forms with the clerks who use them, not for them
        - Watch five people fail at a sentence, and fix the sentence rather than the people
        - Keep our word list: one word per thing, one thing per word, in English and Spanish
        - Teach a monthly class for city staff; it has a waiting list

        ### You have

        Written for people in a hurry, under stress or in their third language. A portfolio with before, after, and what happened
        next. Ease with lawyers. English as a working language; Spanish is a strong plus, and so is any language in which you
        have stood in line at an office.

        ### You get

        A contract in your country through our payroll partner, the same hourly formula for everybody, your own choice of days,
        and editors who will improve your drafts and thank you when you improve theirs.
      `,
    },
    {
      title: 'Customer support specialist, Nordics',
      category: 'customer-service',
      types: ['full-time'],
      places: [towns.stockholm, towns.helsinki],
      remote: { countries: ['SE', 'FI'], partly: false },
      salary: { currency: 'EUR', min: 2900, max: 3400, period: 'month' },
      skills: ['support', 'Swedish', 'Finnish', 'writing'],
      apply: { by: 'url', url: 'https://plainspoken.example/jobs/support-nordics' },
      description: markdown`
        When a registrar in Kajaani or Kiruna is stuck, she writes to us. She should get an answer the same morning, in her own
        language, from somebody who has used the form in question. That is the whole job description; the rest is detail.

        ## The detail

        You answer about twenty-five messages a day, reproduce bugs until a developer can fix them without asking, and write the
        help article so that the next person need not write to us. Every second month you spend two days in a town hall and
        watch. You decide what goes to the top of the bug list once a week: that slot belongs to support, and no one may take
        it.

        ## You

        Swedish and Finnish, both well enough to apologise in. Clear written English. Patience, curiosity, and the habit of
        asking what the person was trying to do. Two years of support, reception, library or municipal work.

        ## Terms

        Home office in Sweden or Finland, or a desk that we rent for you in Stockholm or Helsinki. 37.5 hours between 8 and 17
        local time, never evenings. Same benefits as everybody, including the week in spring; this year it is a lighthouse.
      `,
    },
    {
      title: 'Security reviewer for open-source code',
      category: 'technology',
      types: ['contract'],
      places: [],
      remote: { countries: [], partly: false },
      salary: { currency: 'USD', min: 900, max: 1200, period: 'day' },
      skills: ['application security', 'code review', 'TypeScript', 'threat modelling'],
      referenceId: 'PS-G-4',
      apply: { by: 'mail', address: 'review@plainspoken.example' },
      description: markdown`
        Twice a year we ask somebody who has not met our code to be suspicious of it. The spring review is open: ten days,
        anywhere, between March and May.

        **Scope.** Sign-in, file uploads and the export that cities use to fetch personal data. About 14,000 lines of TypeScript,
        all public, with a threat model of six pages that you are invited to disagree with. A staging system with invented
        citizens is yours to break.

        **What we want.** A written report: findings with a reproduction, what you looked at and found sound, and what you did not
        get to. We publish it in full after ninety days, under your name or without it. No certificates, no colour-coded slides.

        **You.** You have reviewed web applications for a living and can show two public reports or findings. You care about the
        fix as much as the bug; an afternoon with our developers at the end is part of the job.

        **Terms.** Day rate by experience, invoice paid in seven days. A finding that would have let a stranger read somebody
        else's form earns a bonus of $2,000. We have never argued about severity with a reviewer and do not mean to start.
      `,
    },
    {
      title: 'Research intern, digital public services',
      category: 'policy',
      types: ['internship'],
      places: [towns.austin, towns.chicago],
      remote: { countries: ['US'], partly: true },
      salary: { currency: 'USD', min: 28, max: 28, period: 'hour' },
      skills: ['interviews', 'statistics', 'writing'],
      apply: { by: 'url', url: 'https://plainspoken.example/jobs/research-intern' },
      description: markdown`
        How many people give up on a form, and on which question? We know the numbers. We do not know the reasons. Spend twelve
        weeks finding out.

        You choose one service in one of two partner cities (Austin or Chicago), sit in its waiting room, talk to people who came
        in person although they could have done it online, and compare what they say with what the data show. Your supervisor is
        a researcher who has done this for eight years. At the end you publish a short paper, and the city decides in your
        presence what to change.

        ## Who

        Graduate students or final-year undergraduates in public policy, sociology, design or statistics. You can make a stranger
        feel at ease and a table feel honest. A second language from the neighborhood is worth a lot.

        ## What

        Twelve weeks from June, 35 hours, $28 an hour for everybody, $1,200 toward housing if you move. Interviewees are paid too.
        You will not fetch coffee; nobody can, we have no office. You will have a desk at city hall, a weekly hour with your
        supervisor, and access to anyone in the company who can help.
      `,
    },
  ],
};
