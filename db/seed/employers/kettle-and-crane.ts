import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const kettleAndCrane: SeedEmployer = {
  name: 'Kettle & Crane Robotics',
  website: 'https://kettle-crane.example',
  about: markdown`
    We build slow, strong robots that lift heavy things next to people: kitchen cauldrons, tyres, bags of cement. 85
    people in Augsburg and Munich, profitable since our sixth year, no outside investors.
  `,
  jobs: [
    {
      title: 'Embedded software engineer (safety controller)',
      category: 'engineering',
      types: ['full-time'],
      places: [towns.munich],
      salary: { currency: 'EUR', min: 68000, max: 84000, period: 'year' },
      skills: ['C', 'Rust', 'RTOS', 'IEC 61508', 'CAN'],
      referenceId: 'KC-118',
      apply: { by: 'url', url: 'https://kettle-crane.example/jobs/118' },
      description: markdown`
        Our arm carries ninety kilograms at walking pace beside somebody's hands. The controller you will work on has one job:
        to stop it in 140 milliseconds, always, including on the day two things break at once.

        ## What you will do

        - Move our stop logic from C to Rust, module by module, with the test bench as the judge
        - Write the requirement before the code and the failure test before both
        - Sit with the certifier twice a year and explain, calmly, why a watchdog has a watchdog
        - Visit customers: you will have pulled on a hairnet in an industrial kitchen by autumn

        ## What you bring

        Several years of firmware that could hurt somebody, in C or Rust. You read schematics, own an opinion about interrupt
        priorities, and have met IEC 61508 or a sibling of it. English is our working language; German is useful on site and
        we pay for lessons during working hours.

        ## What we offer

        35 hours a week on the same salary since 2022, thirty days of leave, a bench of your own, and a rule that no release
        ships on a Friday. You may say no to a release. People have, and were thanked for it.
      `,
    },
    {
      title: 'Mechatroniker für Prototypenbau (m/w/d)',
      language: 'de',
      category: 'manufacturing',
      types: ['full-time'],
      places: [towns.augsburg],
      salary: { currency: 'EUR', min: 3600, max: 4300, period: 'month' },
      skills: ['Elektromontage', 'Pneumatik', 'Zerspanung', 'Schaltpläne lesen'],
      referenceId: 'KC-121',
      apply: { by: 'mail', address: 'werkstatt@kettle-crane.example' },
      description: markdown`
        In unserer Werkstatt steht immer genau ein Roboter, den es noch nicht gibt. Sie bauen ihn: aus Zeichnungen, die
        manchmal erst am Vormittag fertig werden, und zusammen mit den Leuten, die sie gezeichnet haben.

        ## Ihre Aufgaben

        - Baugruppen montieren, verdrahten, in Betrieb nehmen und wieder zerlegen
        - Vorrichtungen selbst entwerfen, wenn es dafür keine Zeichnung gibt
        - Fehler suchen, beschreiben und im Zweifel der Konstruktion erklären, warum sich das nicht schrauben lässt
        - Lehrlinge anleiten, zurzeit zwei

        ## Ihr Profil

        Abgeschlossene Ausbildung in Mechatronik, Elektrotechnik oder Feinwerktechnik und Freude an Einzelstücken. Drehen und
        Fräsen von Hand sollten Sie schon einmal getan haben. Wer lieber in Serie arbeitet, wird hier nicht glücklich, und
        das ist keine Schande.

        ## Unser Angebot

        35 Stunden in vier oder fünf Tagen, Bezahlung nach Haustarif, 30 Tage Urlaub, Werkzeug nach Ihrer Wahl, Kantine mit
        eigenem Gemüsegarten. Ein Probetag wird bezahlt. Sie bekommen nach jedem Gespräch innerhalb einer Woche eine Antwort
        mit Begründung.
      `,
    },
    {
      title: 'Field applications engineer',
      category: 'engineering',
      types: ['full-time'],
      places: [towns.munich, towns.hamburg],
      remote: { countries: ['DE', 'AT', 'CH'], partly: true },
      salary: { currency: 'EUR', min: 58000, max: 70000, period: 'year' },
      skills: ['commissioning', 'risk assessment', 'customer training', 'German'],
      apply: { by: 'url', url: 'https://kettle-crane.example/jobs/124' },
      description: markdown`
        A robot is sold in an hour and understood in a year. You are the reason that the year goes well.

        You plan the cell with the customer before anything is ordered, do the risk assessment on site, commission the arm, and
        train the people who will stand beside it. Then you come back after thirty days and ask the questions they were too
        polite to raise at the start. What you learn goes straight into the next version: you have a standing half hour with
        the developers every Thursday, and they come.

        **Where.** Bakeries, tyre workshops, hospital kitchens, from Kiel to Bolzano. About eight nights a month away. You live
        where you like in Germany, Austria or Switzerland, near a railway station if you are wise: we travel by train.

        **Who.** You have commissioned machines before, you can explain a safety distance to a cook at five in the morning,
        and you stay friendly when the floor turns out not to be level. German is needed, English for the papers, Italian is
        a gift.

        **What for.** Base salary as stated, no commission, so that you may advise against a purchase. Travel time is working
        time. A first-class rail card, a good suitcase, and the right to be unreachable at weekends.
      `,
    },
    {
      title: 'Werkstudent Testautomatisierung (m/w/d)',
      language: 'de',
      category: 'technology',
      types: ['internship', 'part-time'],
      places: [towns.munich],
      salary: { currency: 'EUR', min: 17, max: 19, period: 'hour' },
      skills: ['Python', 'pytest', 'Linux', 'Messtechnik'],
      apply: { by: 'url', url: 'https://kettle-crane.example/jobs/werkstudent-test' },
      description: markdown`
        Jede Nacht fährt unser Prüfstand elftausend Bewegungen und schreibt auf, was dabei schiefgeht. Am Morgen liest das
        jemand. Künftig du, zwei bis drei Vormittage in der Woche, neben dem Studium.

        **Was du tust.** Du wertest Nachtläufe aus, trennst echte Fehler von losen Kabeln, schreibst fehlende Tests in Python
        und baust nach und nach eine Auswertung, die man ohne dich versteht. Im zweiten Semester bei uns bekommst du ein
        eigenes kleines Thema; drei unserer Abschlussarbeiten sind so entstanden, und alle drei Leute sind geblieben.

        **Was du mitbringst.** Du studierst etwas Technisches ab dem dritten Semester, schreibst lesbares Python und hast schon
        einmal mit einem Oszilloskop gespielt oder willst es unbedingt. Du fragst früh, wenn du feststeckst.

        **Was du bekommst.** 17 Euro in der Stunde, 19 ab dem zweiten Jahr, 12 bis 20 Stunden in der Woche, in Prüfungszeiten
        weniger, ganz ohne Diskussion. Eine feste Betreuerin, einen Schlüssel zur Werkstatt und Mittagessen in der Kantine.
      `,
    },
    {
      title: 'Technical writer for safety manuals',
      category: 'communications',
      types: ['contract'],
      places: [],
      remote: { countries: ['DE', 'AT', 'GB', 'SE', 'FI'], partly: false },
      salary: { currency: 'EUR', min: 480, max: 560, period: 'day' },
      skills: ['technical writing', 'simplified English', 'DITA', 'ISO 20607'],
      referenceId: 'KC-G-9',
      apply: { by: 'url', url: 'https://kettle-crane.example/freelance/manuals' },
      description: markdown`
        Our manuals are correct. They are also 214 pages, and the people who need them have wet hands. We are looking for a
        freelance writer to turn three of them into something that a shift leader can find an answer in within a minute.

        ### The assignment

        - Three manuals (English originals), about 25 days between signing and the end of the quarter
        - Interviews with two engineers and four users; we arrange them and pay your travel if you prefer to meet
        - A test with users before delivery: six people, six tasks, you watch and rewrite
        - Hand-over of sources in DITA, or in another format if you argue well

        ### You

        You run your own business and have written manuals for machines that can hurt somebody. You know ISO 20607 or will by
        the time we meet. You have cut text in half and can show us both halves.

        ### Terms

        Daily rate as stated, paid within ten days. Half a day for the first conversation is paid whatever comes of it. You keep
        your name on the title page. There are eleven more manuals, if we like each other.
      `,
    },
  ],
};
