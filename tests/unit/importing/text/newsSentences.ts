// Owns sentences of our own in many languages, for tests of encodings. Not those that the detection was made from.

/** A few news-like sentences by language. */
export const newsSentences: Readonly<Record<string, string>> = {
  id: 'Warga berkumpul di kafé “Senja” pada malam hari — mereka menunggu kabar dari nelayan. “Kami belum tahu,” kata Ketua RT. Kapal itu berangkat tiga hari lalu dengan enam awak.',
  de: 'Die Fähre fährt künftig auch nachts über den Fluß. „Das hätten wir früher gebraucht“, sagte die Bürgermeisterin. Für Schüler kostet die Überfahrt nichts, für alle übrigen zwei Euro zwanzig.',
  fr: 'Le boulanger a rouvert après l’incendie et les élèves reçoivent déjà leur goûter. « Nous étions très inquiets », avoue la maîtresse. Les travaux ont coûté deux cent mille francs à la commune, où la fête dura jusqu’à l’aube.',
  es: 'El panadero abrió de nuevo tras el incendio y los niños ya reciben la merienda. «¿Quién lo habría imaginado?», preguntó la señora Muñoz. La reparación costó más de lo que el ayuntamiento había previsto el año pasado.',
  pt: 'O padeiro voltou a abrir após o incêndio e as crianças já recebem o lanche. “Não sabíamos o que fazer”, afirmou a professora. A obra custou mais do que a câmara previra, e ninguém esperava tanta adesão à coleção de livros.',
  it: 'Il fornaio ha riaperto dopo l’incendio e i ragazzi ricevono già la merenda. «Perché no?» ha detto la maestra, che è rimasta lì fino a tardi. Il sindaco verrà lunedì e la città farà festa più a lungo.',
  sv: 'Bagaren öppnade igen efter branden och barnen får redan sitt mellanmål. ”Vi var väldigt oroliga”, säger läraren på ön. Arbetet kostade mer än väntat, men kommunen står för hälften och räknar med fler besökare i år.',
  da: 'Bageren åbnede igen efter branden, og børnene får allerede deres mad. ”Vi var meget bekymrede”, siger læreren på øen. Arbejdet kostede mere end ventet, men kommunen håber på flere gæster i år, når færgen sejler.',
  is: 'Bakarinn opnaði aftur eftir brunann og börnin fá nú þegar nestið sitt. Við höfðum miklar áhyggjur, sagði kennarinn á eyjunni. Verkið kostaði meira en búist var við, en bærinn greiðir helminginn og vonar að fleiri komi í sumar.',
  pl: 'Piekarz otworzył sklep po pożarze i dzieci już dostają drugie śniadanie. „Byliśmy bardzo zaniepokojeni”, mówi nauczycielka. Prace kosztowały więcej, niż gmina przewidywała w zeszłym roku, a mieszkańcy wciąż czekają na światło.',
  cs: 'Pekař po požáru znovu otevřel a děti už dostávají svačinu. „Měli jsme velké obavy,“ říká učitelka. Práce stály víc, než obec loni čekala, ale střecha je hotová a příští týden přijede náměstek.',
  hu: 'A pék a tűz után újra kinyitott, és a gyerekek már megkapják az uzsonnát. „Nagyon aggódtunk” – mondta a tanítónő. A munka többe került, mint amennyire a község tavaly számított, de a tető készen van és jövő héten ünnepelnek.',
  ro: 'Brutarul a deschis din nou după incendiu, iar copiii primesc deja gustarea. Am fost foarte îngrijorați, spune învățătoarea. Lucrările au costat mai mult decât se aștepta primăria, însă acoperișul este gata și săptămâna viitoare va fi o sărbătoare.',
  hr: 'Pekar je nakon požara ponovno otvorio, a djeca već dobivaju užinu. Bili smo vrlo zabrinuti, kaže učiteljica. Radovi su stajali više nego što je općina očekivala prošle godine, ali krov je gotov i sljedeći tjedan počinje svečanost.',
  lt: 'Kepėjas po gaisro vėl atidarė krautuvę, ir vaikai jau gauna užkandį. Labai nerimavome, sako mokytoja. Darbai kainavo daugiau, nei savivaldybė tikėjosi pernai, bet stogas jau uždengtas, o kitą savaitę bus šventė.',
  lv: 'Maiznieks pēc ugunsgrēka atkal atvēra veikalu, un bērni jau saņem launagu. Mēs ļoti uztraucāmies, saka skolotāja. Darbi izmaksāja vairāk, nekā pašvaldība pērn gaidīja, bet jumts ir gatavs un nākamnedēļ būs svētki.',
  et: 'Pagar avas pärast tulekahju poe uuesti ja lapsed saavad juba oodet. Me olime väga mures, ütleb õpetaja. Tööd läksid maksma rohkem, kui vald mullu ootas, aga katus on valmis ja järgmisel nädalal tuleb pidu, kus näidatakse ka šokolaadi ja žürii töid.',
  ru: 'Пекарь снова открылся после пожара, и дети уже получают завтрак. Мы очень беспокоились, говорит учительница. Работы обошлись дороже, чем посёлок ожидал в прошлом году, но крыша готова, а на следующей неделе будет праздник.',
  uk: 'Пекар знову відчинив крамницю після пожежі, і діти вже отримують сніданок. Ми дуже хвилювалися, каже вчителька. Роботи коштували більше, ніж село чекало торік, але дах готовий, а наступного тижня буде свято з їжею.',
  bg: 'Пекарят отново отвори след пожара и децата вече получават закуска. Много се притеснявахме, казва учителката. Работата струваше повече, отколкото общината очакваше миналата година, но покривът е готов и другата седмица ще има празник.',
  el: 'Ο φούρναρης άνοιξε ξανά μετά τη φωτιά και τα παιδιά παίρνουν ήδη το κολατσιό τους. Ανησυχούσαμε πολύ, λέει η δασκάλα. Οι εργασίες κόστισαν περισσότερο από όσο περίμενε ο δήμος πέρυσι, αλλά η στέγη είναι έτοιμη.',
  tr: 'Fırıncı yangından sonra dükkânı yeniden açtı ve çocuklar artık kahvaltılarını alıyor. Çok endişeliydik, diyor öğretmen. Çalışma geçen yıl beklenenden pahalıya mal oldu, ama çatı hazır ve gelecek hafta şenlik yapılacak.',
  he: 'האופה פתח שוב את החנות אחרי השריפה והילדים כבר מקבלים את ארוחת הבוקר. היינו מודאגים מאוד, אומרת המורה. העבודה עלתה יותר ממה שציפו ביישוב בשנה שעברה, אבל הגג מוכן.',
  ar: 'فتح الخباز متجره من جديد بعد الحريق وأصبح الأطفال يحصلون على فطورهم. كنا قلقين جدا، تقول المعلمة. كلفت الأعمال أكثر مما توقعت القرية في العام الماضي، لكن السقف جاهز الآن.',
  th: 'คนทำขนมปังเปิดร้านอีกครั้งหลังไฟไหม้ และเด็กๆ ได้รับอาหารเช้าแล้ว เราเป็นห่วงมาก ครูกล่าว งานนี้ใช้เงินมากกว่าที่หมู่บ้านคาดไว้เมื่อปีที่แล้ว แต่หลังคาเสร็จแล้ว',
  zh: '面包师在火灾之后重新开店，孩子们已经可以领到早餐。我们当时非常担心，老师说。工程花的钱比村里去年预计的要多，但是屋顶已经修好，下个星期将举行庆祝活动。村民们还打算在河边种树，让更多的人来这里散步。',
  'zh-Hant':
    '麵包師在火災之後重新開店，孩子們已經可以領到早餐。我們當時非常擔心，老師說。工程花的錢比村裡去年預計的要多，但是屋頂已經修好，下個星期將舉行慶祝活動。村民們還打算在河邊種樹，讓更多的人來這裡散步。',
  ja: 'パン屋は火事のあと店を再び開き、子どもたちはもう朝ごはんを受け取っています。とても心配しました、と先生は話しました。工事は村が去年考えていたより高くなりましたが、屋根はできあがり、来週はお祝いがあります。この町では川のそばに木を植えることも決まりました。',
  ko: '빵집 주인은 화재 뒤에 다시 가게를 열었고 아이들은 벌써 아침을 받고 있다. 우리는 많이 걱정했다고 선생님이 말했다. 공사는 마을이 지난해 생각한 것보다 비용이 더 들었지만 지붕은 완성되었고 다음 주에 잔치가 열린다. 강가에 나무를 심기로 한 주민들도 있다.'
}
