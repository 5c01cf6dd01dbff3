/** Domains at which everybody gets a mailbox: a mail there proves nothing about an employer. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.se live.com live.se live.de live.co.uk
  msn.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.se ymail.com rocketmail.com icloud.com me.com mac.com aol.com aim.com
  proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io gmx.de gmx.net gmx.com gmx.at gmx.ch web.de
  freenet.de t-online.de arcor.de posteo.de posteo.net mailbox.org mail.com email.com fastmail.com fastmail.fm hushmail.com runbox.com
  zoho.com zohomail.com zohomail.eu yandex.com yandex.ru ya.ru mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru
  telia.com spray.se bredband.net comhem.se home.se elisanet.fi kolumbus.fi luukku.com suomi24.fi pp.inet.fi saunalahti.fi
  box.az mail.az inbox.az laposte.net orange.fr free.fr sfr.fr wanadoo.fr libero.it virgilio.it tiscali.it seznam.cz centrum.cz
  wp.pl o2.pl onet.pl interia.pl btinternet.com sky.com virginmedia.com talktalk.net comcast.net verizon.net att.net sbcglobal.net
  cox.net charter.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com
  mailinator.com guerrillamail.com 10minutemail.com temp-mail.org yopmail.com trashmail.com sharklasers.com dispostable.com maildrop.cc
  getnada.com duck.com simplelogin.com anonaddy.com`.split(/\s+/),
);
