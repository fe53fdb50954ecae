import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/extract/language.ts';
import { words } from '../../src/extract/words.ts';

const detect = (text: string) => detectLanguage(text, words(text));

/** The same small report, told in each language. */
const REPORTS: Readonly<Record<string, string>> = {
  en: 'The council said on Monday that the bridge will be closed for two years, because it is not safe for the cars that cross it.',
  de: 'Der Rat teilte am Montag mit, dass die Brücke für zwei Jahre gesperrt wird, weil sie für die Autos nicht mehr sicher ist.',
  fr: 'Le conseil a dit lundi que le pont sera fermé pour deux ans, parce qu’il n’est plus sûr pour les voitures qui le traversent.',
  es: 'El consejo dijo el lunes que el puente estará cerrado durante dos años porque no es seguro para los coches que lo cruzan.',
  it: 'Il consiglio ha detto lunedì che il ponte sarà chiuso per due anni perché non è più sicuro per le auto che lo attraversano.',
  pt: 'O conselho disse na segunda-feira que a ponte ficará fechada por dois anos, porque não é segura para os carros que passam.',
  nl: 'De raad zei maandag dat de brug voor twee jaar wordt gesloten, omdat hij niet veilig is voor de auto’s die er over rijden.',
  pl: 'Rada podała w poniedziałek, że most będzie zamknięty na dwa lata, bo nie jest już bezpieczny dla samochodów, które po nim jeżdżą.',
  sv: 'Rådet sade på måndagen att bron ska vara stängd i två år, för att den inte är säker för de bilar som kör över den.',
  no: 'Rådet sa på mandag at broen skal være stengt i to år, fordi den ikke er trygg for de bilene som kjører over den når det blåser.',
  tr: 'Meclis pazartesi günü köprünün iki yıl için kapalı kalacağını, çünkü arabalar için güvenli olmadığını söyledi ve bir açıklama daha yaptı.',
  ru: 'Совет сообщил в понедельник, что мост будет закрыт на два года, так как он не безопасен для машин, которые по нему едут.',
  uk: 'Рада повідомила в понеділок, що міст буде закрито на два роки, бо він не є безпечним для машин, які по ньому їдуть.',
  cs: 'Rada uvedla v pondělí, že most bude na dva roky uzavřen, protože už není bezpečný pro auta, která po něm jezdí, a že se to týká i tramvají.',
  hu: 'A tanács hétfőn azt közölte, hogy a hidat két évre lezárják, mert nem biztonságos az autók számára, de az is lehet, hogy már előbb megnyitják.',
  el: 'Το συμβούλιο είπε τη Δευτέρα ότι η γέφυρα θα κλείσει για δύο χρόνια.',
  zh: '市议会星期一表示，大桥将关闭两年，因为它对过往的汽车已经不再安全。',
  ja: '市議会は月曜日、橋が車にとって安全ではないため二年間閉鎖すると発表した。',
  ko: '시의회는 월요일 다리가 차량에 안전하지 않아 이 년 동안 폐쇄된다고 밝혔다.',
  th: 'สภาเมืองกล่าวเมื่อวันจันทร์ว่าสะพานจะปิดเป็นเวลาสองปีเพราะไม่ปลอดภัย',
  ar: 'قال المجلس يوم الاثنين إن الجسر سيغلق لمدة عامين لأنه غير آمن للسيارات.',
  hi: 'परिषद ने सोमवार को कहा कि पुल दो साल के लिए बंद रहेगा क्योंकि यह सुरक्षित नहीं है।',
};

describe('the language of an article', () => {
  for (const [language, report] of Object.entries(REPORTS)) {
    it(`is ${language} for a report in it`, () => expect(detect(report)).toBe(language));
  }

  it('is the one that most of it is in', () => {
    expect(detect(`${REPORTS.en} ${REPORTS.en} ${REPORTS.fr}`)).toBe('en');
    expect(detect(`${REPORTS.zh}${REPORTS.zh} Brightwater Inc.`)).toBe('zh');
  });

  it('is unknown where there is too little to tell', () => {
    for (const text of [
      '',
      'Brightwater',
      '1 2 3 4 5',
      'Osei Harlow Ruiz 5 Vega 7',
      'net per share, net per share, net per share',
    ]) {
      expect(detect(text), text).toBe('und');
    }
  });

  it('does not depend on case', () => {
    expect(detect(REPORTS.en?.toUpperCase() ?? '')).toBe('en');
  });
});
