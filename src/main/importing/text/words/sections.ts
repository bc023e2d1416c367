// Owns the names of a newspaper's sections, which stand above a title. Holds no code.

/** Section names in lower case. */
export const sectionNames: ReadonlySet<string> = new Set(
  (
    'nasional,internasional,daerah,regional,nusantara,politik,ekonomi,bisnis,hukum,kriminal,olahraga,hiburan,gaya hidup,' +
    'teknologi,kesehatan,pendidikan,opini,kolom,tajuk,budaya,wisata,kuliner,humaniora,berita,berita utama,' +
    'national,international,world,local,politics,business,economy,opinion,analysis,sport,sports,culture,science,health,' +
    'technology,travel,news,lifestyle,feature,features,' +
    'politik,wirtschaft,kultur,wissen,sport,panorama,meinung,gesellschaft,lokales,feuilleton,reise,' +
    'politique,économie,société,culture,monde,sciences,santé,sport,opinions,tribune,régions,' +
    'política,economía,sociedad,cultura,mundo,ciencia,deportes,opinión,salud,' +
    'economia,sociedade,ciência,desporto,esportes,opinião,saúde,' +
    'binnenland,buitenland,economie,cultuur,wetenschap,opinie,sukan,dunia,setempat,wilayah,rencana'
  ).split(',')
)
