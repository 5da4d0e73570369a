/**
 * Words that the sentences of a language cannot do without, with a few that lists of duties use instead of sentences.
 * A word stands with every language that uses it, English above all ("no", "per", "die"), so that it decides nothing
 * between them. Left out are single letters, but for Spanish's "y", and "ai": English postings are full of them.
 */
export const functionWords: Readonly<Record<string, string>> = {
  en: 'the and of to for with you our your will is are we this that be on as an or by at from have has their they it its who what when how in can all us not do if any more than new about other within across team work skills experience manage create support write build help ensure ability including strong no non per me her his est die son par care dig ale come was over am so go',
  de: 'und der das mit für wir du sie ist eine einen einer eines von zu im auf dich dein deine deinen unser unsere unseren bei als dir oder werden wird dem des nicht auch sind sich ihr ihre uns zur zum über wie nach aus hast haben bist kannst durch sowie um einem',
  fr: "le la les et des de du vous une un nous pour dans avec est votre notre nos vos sur au aux en ou qui que sera êtes à il elle se ce cette ces son sa ses par sont être chaque l'équipe réseaux contenus création gestion",
  es: 'el la los las y de del en para con una un que por se su sus nuestro nuestra nuestros nuestras como al serás tu tus más es lo nos buscamos trabajo cada años ser está muy desde también redes contenido contenidos gestión creación',
  pt: 'os as de da do em para com uma um que por se seu sua nossa nosso como ao à às você mais ou é não dos das no na nos nas pelo pela são ser também muito gente junto redes conteúdo gestão criação oferecemos vaga',
  it: 'il lo la gli le di del della dei delle degli con una un che nel nella alla alle al dal sono tuo tua nostra nostro nostri più è non si in su sul sulla ma cerchiamo gestione anche come per questo offre nelle lavoro',
  nl: 'de het een en van voor met je wij ons onze bij naar zijn als dat aan om op jij jouw wordt ook niet die hoe dan ben heb bent hebt werk werken tot uit of jou jullie door te er',
  pl: 'na do się nie jest oraz dla że jak po od za przez są lub ale naszej naszych nasze naszym będzie która który osoby ze twoje pracy pracę praca',
  sv: 'och att det som en på är av för med till den har de inte om ett vi du dig vår våra oss kan ska hos din vill från hur eller vad sig',
  da: 'og at det som en på er af for med til den har de ikke om et vi du dig vores os kan skal hos din vil fra hvordan eller hvad der dag mellem blive også dit hvis være',
  nb: 'og å det som en på er av for med til den har de ikke om et vi du deg vår våre oss kan skal hos din vil fra hvordan eller hva mellom bli også ditt hvis være',
  fi: 'ja on ei että joka tai se ovat sekä kun mutta myös meidän sinulla sinun ole olet kanssa jotka oma meille työ',
  cs: 'na se je do že pro který která které nebo jako ale ve si od po být není naše naši nás vás bude pokud práce práci nám naší našich jsme vám ji mít tak jen své svou',
  ro: 'și de la în pe cu un este care pentru din sau nu mai să noastră noastre nostru sunt ca prin între ale al lui',
  hu: 'az és hogy egy nem is van meg vagy de ha csak mint olyan vagyunk nálunk aki kell munka',
  tr: 've bir için ile bu da de olarak olan daha en çok gibi ya veya ama değil iş her var',
  ca: 'el la els les de del en per amb una un que es al als més és no són nostra nostre nosaltres ens teu però dels cada',
  ru: 'и в на с не что по для из у о от до за как или мы вы наш наша нашей вас вам к будет который так это опыт но',
  uk: 'і та в на з не що для із у до від за як або ми ви наш наша нашої вас вам яка який буде це є й досвід але щоб',
  id: 'dan yang di dengan untuk dari atau dalam tidak ini itu pada adalah akan anda kami ke oleh sebagai',
  vi: 'và của các có cho được là trong với không những một để trên bạn tôi chúng công việc người',
};
