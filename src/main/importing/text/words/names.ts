// Owns the names of places, agencies and outlets that datelines and credits use. Holds no code.

const list = (names: string): ReadonlySet<string> => new Set(names.split(',').map(name => name.trim().toLowerCase()))

/** Cities and regions that stand in datelines, in lower case. Not a gazetteer: only what news is often dated from. */
export const datelinePlaces = list(
  'jakarta,jakarta pusat,jakarta selatan,jakarta timur,jakarta barat,jakarta utara,bandung,surabaya,medan,semarang,' +
    'makassar,palembang,denpasar,bali,yogyakarta,jogja,solo,surakarta,malang,bogor,depok,tangerang,bekasi,batam,' +
    'pekanbaru,padang,lampung,bandar lampung,pontianak,samarinda,balikpapan,banjarmasin,palangka raya,manado,kendari,' +
    'palu,gorontalo,mamuju,ambon,ternate,jayapura,sorong,manokwari,merauke,kupang,mataram,lombok,banda aceh,aceh,jambi,' +
    'bengkulu,pangkalpinang,serang,cilegon,cirebon,sukabumi,garut,tasikmalaya,tegal,pekalongan,magelang,kudus,jepara,' +
    'purwokerto,cilacap,kebumen,klaten,boyolali,sragen,madiun,kediri,blitar,jember,banyuwangi,probolinggo,pasuruan,' +
    'sidoarjo,gresik,mojokerto,tuban,bojonegoro,tulungagung,kuta,nusantara,papua,singkawang,tarakan,bontang,binjai,' +
    'kuala lumpur,putrajaya,johor bahru,ipoh,george town,pulau pinang,shah alam,petaling jaya,kota kinabalu,kuching,' +
    'kota bharu,kuantan,melaka,seremban,alor setar,singapore,singapura,bandar seri begawan,bangkok,manila,hanoi,' +
    'ho chi minh city,phnom penh,vientiane,yangon,naypyidaw,dili,tokyo,osaka,kyoto,seoul,pyongyang,beijing,shanghai,' +
    'hong kong,taipei,new delhi,delhi,mumbai,kolkata,dhaka,colombo,kathmandu,islamabad,karachi,lahore,kabul,tehran,' +
    'teheran,baghdad,damascus,damaskus,beirut,amman,jerusalem,yerusalem,tel aviv,gaza,ramallah,riyadh,jeddah,mecca,' +
    'mekkah,doha,dubai,abu dhabi,kuwait city,muscat,sanaa,ankara,istanbul,cairo,kairo,tripoli,tunis,algiers,rabat,' +
    'khartoum,addis ababa,nairobi,kampala,kigali,lagos,abuja,accra,dakar,johannesburg,pretoria,cape town,harare,' +
    'london,edinburgh,manchester,birmingham,belfast,dublin,paris,lyon,marseille,lille,toulouse,bordeaux,nantes,nice,' +
    'strasbourg,brussels,brussel,bruxelles,antwerp,antwerpen,gent,amsterdam,rotterdam,den haag,the hague,utrecht,' +
    'eindhoven,groningen,luxembourg,berlin,hamburg,münchen,munich,köln,cologne,frankfurt,frankfurt am main,stuttgart,' +
    'düsseldorf,leipzig,dresden,hannover,bremen,nürnberg,bonn,wien,vienna,salzburg,graz,zürich,zurich,bern,genf,' +
    'geneva,genève,basel,rome,roma,milan,milano,naples,turin,venice,vatican city,madrid,barcelona,valencia,sevilla,' +
    'bilbao,málaga,zaragoza,lisbon,lisboa,porto,coimbra,braga,athens,warsaw,kraków,prague,budapest,bucharest,sofia,' +
    'belgrade,zagreb,ljubljana,sarajevo,skopje,tirana,kyiv,kiev,kharkiv,odesa,lviv,moscow,moskow,moskwa,' +
    'st. petersburg,saint petersburg,minsk,vilnius,riga,tallinn,helsinki,stockholm,oslo,copenhagen,kopenhagen,' +
    'reykjavik,washington,washington d.c.,new york,los angeles,chicago,boston,houston,dallas,miami,atlanta,seattle,' +
    'san francisco,philadelphia,phoenix,denver,detroit,las vegas,ottawa,toronto,montreal,vancouver,mexico city,' +
    'ciudad de méxico,méxico,guadalajara,monterrey,havana,la habana,santo domingo,san juan,san josé,guatemala,' +
    'panamá,bogotá,medellín,cali,caracas,quito,guayaquil,lima,la paz,santiago,santiago de chile,buenos aires,córdoba,' +
    'rosario,montevideo,asunción,brasília,são paulo,rio de janeiro,belo horizonte,salvador,recife,porto alegre,' +
    'curitiba,fortaleza,manaus,sydney,melbourne,canberra,brisbane,perth,adelaide,darwin,auckland,wellington,suva,' +
    'port moresby,davos,brüssel,' +
    'pati,batu,biak,buol,buru,poso,bima,ende,alor,nias,bone,luwu,wajo,siak,agam,duri,sula,sigi,toba,muna,tual,' +
    'muar,sibu,miri,cebu,hue,baku,homs,aden,agra,pune,goa,xian,york,bath,hull,cork,kiel,jena,gera,ulm,linz,metz,' +
    'pau,caen,vigo,león,jaén,ávila,faro,beja,ede,oss,pisa,bari,lund,lodz,łódź,brno,cluj,reno,waco,lae,apia,' +
    'irak,iran,cuba,peru,perú,laos,oman,togo,mali,fiji,guam,москва,киев,санкт-петербург'
)

/** News agencies and outlets that are credited without a word such as "news" in their name, in lower case. */
export const knownOutlets = list(
  'reuters,afp,ap,associated press,the associated press,dpa,epd,kna,apa,efe,europa press,lusa,anp,belga,ansa,tass,ria,' +
    'ria novosti,interfax,xinhua,kyodo,yonhap,kcna,pti,upi,bernama,antara,anadolu,anadolu agency,bloomberg,bbc,cnn,cnbc,' +
    'abc,cbs,nbc,npr,pbs,voa,voice of america,rfa,rfe/rl,al jazeera,al arabiya,al-jazeera,dw,deutsche welle,france 24,' +
    'rfi,sky news,itv,the guardian,guardian,the independent,the economist,the verge,wired,politico,axios,forbes,time,' +
    'viva,jpnn,rmol,inews,idn times,gatra,tvone,metro tv,' +
    'newsweek,le monde,le figaro,libération,les échos,le parisien,franceinfo,france info,el país,el mundo,abc,la vanguardia,' +
    'clarín,la nación,el universal,folha de s.paulo,o globo,g1,estadão,público,expresso,rtp,der spiegel,spiegel,die zeit,' +
    'bild,faz,ard,zdf,ndr,wdr,tagesschau,süddeutsche zeitung,nos,nu.nl,de volkskrant,nrc,rtl nieuws,vrt,kompas,tempo,' +
    'detik,detikcom,liputan6,republika,tribun,tribunnews,okezone,sindonews,merdeka,suara,kumparan,tirto,jawa pos,' +
    'media indonesia,bisnis indonesia,the jakarta post,jakarta post,the star,malaysiakini,utusan malaysia,berita harian,' +
    'sinar harian,harian metro,the straits times,channel newsasia,cna,bangkok post,rappler,haaretz,the hill,usa today'
)

/** Outlets that write themselves in lower case, and whose names are no ordinary words. */
export const lowerCaseOutlets: ReadonlySet<string> = new Set(
  'dpa epd kna apa sda ats belga detik detikcom kumparan tirto okezone liputan6 franceinfo nu.nl g1 tagesschau'.split(
    ' '
  )
)
