import { markdown } from '#db/seed/markdown.ts';
import { towns } from '#db/seed/places.ts';
import type { SeedEmployer } from '#db/seed/seed-job.ts';

export const khazarWind: SeedEmployer = {
  name: 'Xəzər Küləyi Enerji',
  website: 'https://xezer-kuleyi.example',
  about: markdown`
    Bakı küləklər şəhəridir, biz isə bu küləkdən işıq alırıq. Abşeronda və Sumqayıtda 46 turbin, günəş panelləri və bir
    təlim mərkəzi işlədirik. Komandamız 130 nəfərdir.
  `,
  jobs: [
    {
      title: 'Külək turbini texniki',
      language: 'az',
      category: 'environment',
      types: ['full-time'],
      places: [towns.sumqayit],
      salary: { currency: 'AZN', min: 1700, max: 2200, period: 'month' },
      skills: ['elektrik', 'hidravlika', 'hündürlükdə iş', 'texniki baxış'],
      referenceId: 'XK-041',
      apply: { by: 'url', url: 'https://xezer-kuleyi.example/vakansiya/turbin-texniki' },
      description: markdown`
        Doxsan metr hündürlükdən Xəzər başqa cür görünür. Bu mənzərəni hər gün görmək, üstəlik nasazlığı yerindəcə tapıb
        düzəltmək istəyirsinizsə, sizi komandamıza dəvət edirik.

        ## Nə edəcəksiniz

        - turbinlərə planlı texniki baxış keçirmək, yağ və filtrləri dəyişmək, boltları yoxlamaq
        - elektrik və hidravlik nasazlıqları tapmaq və aradan qaldırmaq
        - gördüyünüz işi qısa və aydın yazmaq: növbəti növbə ona güvənir
        - ildə iki dəfə xilasetmə məşqində iştirak etmək

        ## Kimi axtarırıq

        Elektrik, mexanika və ya neft-qaz avadanlığı üzrə peşə təhsiliniz var. Hündürlükdən qorxmursunuz, amma ona hörmət
        edirsiniz. Külək sahəsində təcrübə vacib deyil: üç aylıq kursu biz keçirik və həmin müddətdə maaşınız tam ödənilir.

        ## Nə təklif edirik

        Rəsmi əmək müqaviləsi, tibbi sığorta (ailə üzvləri ilə birlikdə), Bakıdan xidməti avtobus, isti nahar, iş geyimi və
        alətlər. Külək saniyədə 12 metrdən güclü olanda heç kim qülləyə qalxmır. Bu qaydanın istisnası yoxdur.
      `,
    },
    {
      title: 'SCADA engineer',
      category: 'engineering',
      types: ['full-time'],
      places: [towns.baku],
      salary: { currency: 'AZN', min: 3200, max: 4200, period: 'month' },
      skills: ['SCADA', 'IEC 61850', 'networking', 'Python', 'English'],
      referenceId: 'XK-044',
      apply: { by: 'url', url: 'https://xezer-kuleyi.example/vakansiya/scada' },
      description: markdown`
        Forty-six turbines send us a value every second. Most of them are boring, and it is your job to keep them that way and
        to notice the one that is not.

        ## The role

        You look after the control system of both wind farms: servers, switches, protection relays, the historian and the
        screens in the control room. In your first year you will lead the move from three vendors' islands to one network that
        we understand ourselves, with IEC 61850 from end to end and no remote access that somebody in Baku has not opened.

        ## What we look for

        - Four years with SCADA in energy, oil and gas, or water
        - Networks: you draw the diagram before you touch the cable
        - Enough Python to question a vendor's report
        - Azerbaijani or Russian for the site, English for manuals and suppliers

        ## What we offer

        An office by the boulevard, two days a week on site with transport, private health insurance, a thirteenth salary, and
        two weeks of training abroad each year. On-call is one week in four and paid even when nothing rings. The control room
        operators choose their own screens; you will enjoy working with them.
      `,
    },
    {
      title: 'Mühasib',
      language: 'az',
      category: 'finance',
      types: ['full-time'],
      places: [towns.baku],
      salary: { currency: 'AZN', min: 1500, max: 1900, period: 'month' },
      skills: ['mühasibat uçotu', 'vergi hesabatı', '1C', 'Excel'],
      apply: { by: 'mail', address: 'kadrlar@xezer-kuleyi.example' },
      description: markdown`
        Bizim mühasibatda üç nəfər işləyir və dördüncü yer sizi gözləyir. Rəqəmlərin düz gəlməsi kifayət deyil: istəyirik ki,
        turbin texniki də avans hesabatının niyə geri qaytarıldığını başa düşsün.

        **Əsas işlər.** Gündəlik əməliyyatların uçotu, əməkhaqqı hesablanması, ƏDV və mənfəət vergisi hesabatlarının
        hazırlanması, təchizatçılarla üzləşmə aktları. İlin sonunda auditorlarla birlikdə işləyəcəksiniz.

        **Tələblər.** Maliyyə və ya mühasibat uçotu üzrə ali təhsil, ən azı iki il təcrübə, vergi qanunvericiliyini yaxşı bilmək.
        1C və Excel sizin gündəlik alətlərinizdir. Rus və ya ingilis dili üstünlükdür.

        **Şərtlər.** İş vaxtı 9:00-dan 18:00-dək, şənbə və bazar istirahət günüdür. Hesabat dövründə artıq qalınan saatlar
        növbəti ay istirahət kimi qaytarılır. Tibbi sığorta, peşəkar sertifikat kursunun yarısı bizdən. Sınaq müddəti üç aydır
        və həmin müddətdə maaş azaldılmır. Müsahibədən sonra hər bir namizədə bir həftə ərzində cavab veririk.
      `,
    },
    {
      title: 'Trainee, environmental monitoring',
      category: 'environment',
      types: ['internship'],
      places: [towns.baku, towns.sumqayit],
      salary: { currency: 'AZN', min: 700, max: 800, period: 'month' },
      skills: ['ornithology', 'GIS', 'statistics', 'field work'],
      apply: { by: 'url', url: 'https://xezer-kuleyi.example/vakansiya/trainee' },
      description: markdown`
        Every spring and autumn hundreds of thousands of birds follow the Caspian shore, past our turbines. We stop machines when
        a flock comes close. To stop the right ones at the right time we need people who watch, count and doubt.

        For six months you join the two biologists of our monitoring team. From dawn you stand at one of three observation
        points with a telescope and a radio; in the afternoon you clean the morning's counts, match them with radar tracks and
        put them on a map. By the end you will have your own question about the data, an answer to it, and a short report that
        we publish under your name.

        ### Who should apply

        Students and recent graduates of biology, geography, ecology or statistics. You know a pelican from a flamingo at two
        kilometres, or learn fast. You are honest about what you did not see. Some English for reading; Azerbaijani or Russian
        for the rest.

        ### What you get

        A monthly stipend, transport from Baku, breakfast at the point, good optics to use and a windproof jacket to keep. Two
        of the last six trainees work here now.
      `,
    },
    {
      title: 'Satınalma üzrə mütəxəssis',
      language: 'az',
      category: 'finance',
      types: ['full-time'],
      places: [towns.baku, towns.ganja],
      salary: { currency: 'AZN', min: 1800, max: 2300, period: 'month' },
      skills: ['satınalma', 'tender', 'danışıqlar', 'ingilis dili'],
      referenceId: 'XK-047',
      apply: { by: 'url', url: 'https://xezer-kuleyi.example/vakansiya/satinalma' },
      description: markdown`
        Bir podşipnik vaxtında gəlməyəndə turbin iki ay dayanır. Siz elə edəcəksiniz ki, bu bir daha baş verməsin. İş yeri
        Bakıda və ya Gəncədəki yeni anbarımızdadır; hansının sizə uyğun olduğunu müraciətdə yazın.

        ## Vəzifələr

        - ehtiyat hissələri üzrə illik planı texniki şöbə ilə birlikdə hazırlamaq
        - yerli və xarici təchizatçılardan təklif almaq, müqayisə etmək və seçimi yazılı əsaslandırmaq
        - gömrük sənədlərini izləmək, gecikmələri əvvəlcədən xəbər vermək
        - hər rüb anbarda sayım aparmaq

        ## Gözləntilərimiz

        Satınalma və ya logistika sahəsində üç il təcrübə, müqavilələri oxumağı bacarmaq, ingilis dilində sərbəst yazışma.
        Təchizatçıdan hədiyyə qəbul etmirik, çay istisnadır.

        ## Təklifimiz

        Rəsmi əməkhaqqı, illik mükafat, tibbi sığorta, ezamiyyət xərcləri. Qərarlarınız üçün sizə qarışan üç nəfərlik komissiya
        yox, aydın bir məbləğ həddi var: on min manata qədər özünüz qərar verirsiniz, yuxarısı üçün bir imza kifayətdir.
      `,
    },
  ],
};
