import { normalizeWord } from './normalizeWord.ts';

/**
 * The commonest function words of each language's news prose, about fifty a language so that their shares compare. Latin
 * words of one letter are left out: in lists and tables they are initials and marks.
 */
const LISTS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it was on are as with his they at be this from have or by had not but what all were when we there can an your which their said if will each about how up out them then she many some so these would into has more its who been than he',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei',
  fr: 'de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son cette ont été mais ou comme nous sa aux ses elle on leur fait était deux même après aussi sans ces être peut',
  es: 'de la que el en los del se las por un para con no una su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante es fue ha son han según está era',
  it: 'di il la che in un per è una del non con da si le dei della sono al nel lo più ha come alla anche ma gli delle ed dal su se ad degli questo nella ai stato tra dalla era essere dopo suo sua hanno due quello loro',
  pt: 'de que do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois são às num numa',
  nl: 'de van het een en in is dat op te zijn met voor die niet aan er om ook als bij door maar naar uit dan nog wordt ze hij over heeft tot worden kan deze meer was hebben zou al zich werd wel geen na dit we moet haar veel',
  pl: 'na że się do nie jest to jak od po ale co za przez jego ma przy oraz są dla tym czy tego już było był który która które może tak być także pod jej ich ze roku będzie jednak tylko nad przed aby ten tej osób bardzo których została mają także gdy lub został jako',
  sv: 'och att det som en på är av för med den till inte har de om ett han men var jag sig från vi så kan nu när hade skulle också efter vid ska där under mot vara sin hon mycket ut eller över bara blir hans alla detta än andra',
  no: 'og det er på som en til av for med at ikke den har de et om var fra han men vi seg jeg så kan ble også etter hun ved skal nå da ut eller over bare blir hans alle dette enn andre når mot vil være opp noe under mer hadde meg hva noen fordi uten mellom gjennom blitt hvor',
  da: 'og det er på som en til af for med at ikke den har de et om var fra han men vi sig jeg så kan blev også efter hun ved skal nu da ud eller over kun bliver hans alle dette end andre når mod vil være op noget under mere havde mig hvad nogen fordi uden mellem gennem blevet hvor',
  tr: 've bir bu da de için ile olarak çok daha olan ne gibi sonra kadar en ki ama veya olduğu ise göre her şey değil ancak oldu olduğunu bunu ben şu mi tarafından yeni büyük iki türkiye eden dedi diye önce bin etti ilk ya hem şekilde ettiği yaptığı bulunan yer arasında karşı üzere nedeniyle ilgili ifade devam yüzde söyledi açıklamada belirtti belirten',
  ru: 'и в не на что с по как это к но из у за от о для же бы его он так все а они было только или мы был она то до также если уже при были года еще во со их быть может под который которые чтобы этом',
  uk: 'і в не на що з та до у як це за від по про його він але для їх так вони або також ми був є вже які при були року ще бути може під який яка щоб цього зі буде було якщо її після те',
  bg: 'и на да в за се от с е не са по че като до това ще които със си при но му или беше който бъде има която може през което той сега те след няма един ние още вече само',
  ro: 'de și în la cu pe nu să se care un din că este mai pentru au fost sunt al ca lui dar am prin fi ale va ce după sau ar ei unei această cel cei unui până foarte între fără când',
  cs: 'se na je že to ve za si ale do od po jako které která který pro tak už by jsou byl byla bylo také podle před při až jen jeho mezi není nebo aby jsem má však co což roce jejich který této ještě když může budou své tím',
  hu: 'az és hogy nem is egy ez de meg volt már csak mint még ha van azt vagy ki amely aki szerint után több lesz között minden pedig majd azonban illetve mert most úgy sem során nagy két első arra ezt ami lehet miatt által ezért',
  fi: 'ja on ei että se oli hän ovat mutta myös kun joka kuin ole mukaan olla tai jos jo vain vuoden sen niin ollut sitä nyt voi vielä jotka tämä kuitenkin jonka hänen suomen tämän mitä mukana yli jälkeen olisi siitä noin sekä kaikki ennen',
  id: 'yang dan di untuk dari dengan itu ini dalam pada tidak ke akan juga ada adalah saat bisa oleh telah tersebut atau sudah mereka karena lebih kata saya para dia kami sebagai hari menjadi bahwa tahun secara orang namun dapat lalu seperti hingga masih',
  vi: 'và của là có các được cho một không trong với đã này những người khi đến về tại từ năm như để đó cũng ra nhiều vào trên phải sẽ lại thì theo đang sau nhưng việc hay còn hơn mới bị nước làm',
};

/** Languages in the order in which they are listed: where two speak for themselves alike, the first is taken. */
export const LISTED_LANGUAGES: readonly string[] = Object.keys(LISTS);

/** The listed function words of a language, normalized; none for an unknown one. */
export function functionWords(language: string): string[] {
  return Object.hasOwn(LISTS, language) ? (LISTS[language] as string).split(' ').map(normalizeWord) : [];
}
