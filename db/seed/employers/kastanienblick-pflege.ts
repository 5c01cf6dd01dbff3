import { markdown } from '#db/seed/markdown.ts';
import { at, towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

const house = at(towns.leipzig, { street: 'Am Kastanienblick 12', postalCode: '04229' });

export const kastanienblickPflege: SeedEmployer = {
  name: 'Kastanienblick Pflege',
  website: 'https://kastanienblick.example',
  about: markdown`
    Vier Pflegewohngemeinschaften und ein ambulanter Dienst in Leipzig und Berlin, gemeinnützig. Wir planen Touren nach
    Menschen, nicht nach Minuten, und legen jedes Jahr offen, was wir einnehmen und wofür.
  `,
  jobs: [
    {
      title: 'Pflegefachkraft in der Wohngemeinschaft (m/w/d)',
      language: 'de',
      category: 'health',
      types: ['full-time', 'part-time'],
      places: [house],
      salary: { currency: 'EUR', min: 3700, max: 4250, period: 'month' },
      skills: ['Pflegefachkraft', 'Demenz', 'Wundversorgung', 'Praxisanleitung'],
      referenceId: 'KB-P-24',
      apply: { by: 'url', url: 'https://kastanienblick.example/stellen/pflegefachkraft' },
      description: markdown`
        Acht Menschen, eine große Küche, ein Kastanienbaum. Wer bei uns wohnt, steht auf, wann er will, und wer bei uns arbeitet,
        muss niemanden um sechs Uhr wecken.

        ## Ihre Arbeit

        - Sie verantworten die Pflege von acht Bewohnerinnen und Bewohnern, zusammen mit zwei Alltagsbegleitern je Schicht
        - Sie planen, versorgen Wunden, sprechen mit Ärztinnen und Angehörigen, und Sie essen mit am Tisch
        - Sie leiten Auszubildende an, wenn Ihnen das liegt
        - Dokumentiert wird am Tablet, in ganzen Sätzen und während der Schicht

        ## Ihr Profil

        Dreijährige Ausbildung in der Pflege, gern mit Erfahrung bei Demenz. Sie halten Stille aus, können über sich selbst
        lachen und sagen, wenn etwas nicht geht. Deutsch ab B2; wir helfen bei der Anerkennung ausländischer Abschlüsse und
        haben das schon elfmal getan.

        ## Unser Angebot

        Tarif plus 8 Prozent, Dienstplan sechs Wochen im Voraus, kein Anruf an freien Tagen: Dafür gibt es einen bezahlten
        Bereitschaftsdienst. 31 Tage Urlaub, Supervision, ein Lastenrad zum Ausleihen. Hospitieren Sie einen Tag, bezahlt.
      `,
    },
    {
      title: 'Alltagsbegleitung am Wochenende (m/w/d)',
      language: 'de',
      category: 'care',
      types: ['part-time'],
      places: [towns.berlin],
      salary: { currency: 'EUR', min: 15.2, max: 16.4, period: 'hour' },
      skills: ['Kochen', 'Zuhören', 'Geduld'],
      untilFilled: true,
      apply: { by: 'mail', address: 'berlin@kastanienblick.example' },
      description: markdown`
        Am Sonntag gibt es Rouladen, danach Mensch ärgere dich nicht, und irgendwann singt jemand. Wir suchen zwei Menschen, die
        das möglich machen: in unserer Wohngemeinschaft in Berlin, jedes zweite Wochenende, samstags und sonntags je sieben
        Stunden.

        **Sie** kochen mit den Bewohnern statt für sie, gehen spazieren, suchen verlorene Brillen, lesen vor, begleiten in die
        Kirche oder auf den Flohmarkt. Für die Pflege ist immer eine Fachkraft im Haus. Sie müssen nicht pflegen, aber Sie
        sollten keine Scheu davor haben, jemanden beim Aufstehen zu stützen.

        **Mitbringen** müssen Sie wenig: Zuverlässigkeit, gute Laune auch am Vormittag, etwas Kochen und die Fähigkeit, dieselbe
        Geschichte ein viertes Mal zu hören. Türkisch, Polnisch oder Russisch wäre für drei unserer Bewohnerinnen ein Geschenk.

        **Wir** bezahlen nach Tarif mit Sonntagszuschlag, schulen Sie in vierzig bezahlten Stunden, und Ihre freien Wochenenden
        bleiben frei. Viele machen das neben Studium oder Rente. Eine formlose Nachricht mit ein paar Sätzen über Sie genügt.
      `,
    },
    {
      title: 'Tourenplanung ambulanter Dienst (m/w/d)',
      language: 'de',
      category: 'administration',
      types: ['full-time'],
      places: [house],
      remote: { countries: ['DE'], partly: true },
      salary: { currency: 'EUR', min: 3100, max: 3500, period: 'month' },
      skills: ['Disposition', 'Kommunikation', 'Pflegesoftware'],
      referenceId: 'KB-V-7',
      apply: { by: 'url', url: 'https://kastanienblick.example/stellen/tourenplanung' },
      description: markdown`
        Herr W. frühstückt um neun, Frau K. nimmt nur Schwester Anja, und auf der Brücke ist Stau. Aus solchen Sätzen machen Sie
        jeden Tag siebzehn Touren, die funktionieren.

        ## Was Sie tun

        - Touren für 34 Kolleginnen und Kollegen planen, vier Wochen im Voraus und bei Krankheit um 5.45 Uhr neu
        - Am Telefon sein: für Patienten, Angehörige, Kliniken, und immer freundlich
        - Wege und Zeiten auswerten und vorschlagen, was wir ändern sollen
        - Neue Patienten beim ersten Besuch kennenlernen, damit Sie wissen, für wen Sie planen

        ## Was Sie können

        Sie haben disponiert, in der Pflege, im Handwerk oder in einer Spedition. Sie behalten den Überblick und die Ruhe, und
        Sie wissen, dass hinter jeder Zeile ein Mensch wartet.

        ## Was Sie erwartet

        Zwei Kolleginnen, mit denen Sie sich Früh- und Tagdienst teilen, zwei Tage in der Woche von zu Hause, 38 Stunden,
        31 Tage Urlaub. Und eine Regel, die Sie schützen wird: Eine Tour, die niemand schafft, dürfen Sie absagen.
      `,
    },
    {
      title: 'Freiwillige für den Erzählgarten (m/w/d)',
      language: 'de',
      category: 'care',
      types: ['volunteer'],
      places: [house],
      skills: ['Gärtnern', 'Erzählen'],
      untilFilled: true,
      apply: { by: 'url', url: 'https://kastanienblick.example/ehrenamt' },
      description: markdown`
        Hinter dem Haus liegen vierhundert Quadratmeter Garten, in denen mehr erzählt als gejätet wird. Beides braucht Helfer.

        Von April bis Oktober treffen sich donnerstags von drei bis sechs Bewohnerinnen, Nachbarn und Kinder aus der Kita
        gegenüber. Es wird gesät, geerntet, Marmelade gekocht und gestritten, wie man Tomaten richtig ausgeizt. Sie sind dabei,
        reichen die Gießkanne, schieben einen Rollstuhl unter den Apfelbaum, hören zu und schreiben, wenn Sie mögen, eine der
        Geschichten auf. Zwölf davon hängen schon im Treppenhaus.

        **Was Sie mitbringen:** einen Nachmittag in der Woche oder alle zwei Wochen, Freude an alten Menschen und an Erde unter
        den Fingernägeln. Fachwissen ist nicht nötig, davon gibt es auf der Bank genug.

        **Was Sie bekommen:** eine Einführung an zwei Abenden, Versicherung, Fahrtkosten, Kuchen und auf Wunsch einen Nachweis
        für Ausbildung oder Studium. Das Ehrenamt ersetzt bei uns keine Stelle. Im Winter backen wir stattdessen, und auch dann
        sind Sie willkommen.
      `,
    },
  ],
};
