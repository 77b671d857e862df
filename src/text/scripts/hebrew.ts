import { type Abjad, abjadOf, spellAbjad } from "./abjad.js";

/** Hebrew names as their bearers spell them in Latin letters, without points. */
const names =
	"אברהם:avraham|abraham יצחק:yitzhak|itzhak|isaac יעקב:yaakov|jacob|yakov|yaacov משה:moshe אהרן:aharon|aaron|aron אהרון:aharon|aaron דוד:david|dovid שלמה:shlomo|solomon " +
	"יוסף:yosef|joseph|yossef יהודה:yehuda|judah ישראל:israel|yisrael שמואל:shmuel|samuel שמעון:shimon|simon ראובן:reuven|reuben בנימין:benjamin|binyamin|benyamin דניאל:daniel מיכאל:michael רפאל:rafael|raphael|refael גבריאל:gabriel|gavriel " +
	"אליהו:eliyahu|eliahu אליעזר:eliezer אלעזר:elazar אורי:uri|ori אבי:avi אלי:eli|ely איתן:eitan|eytan|etan איתי:itay|itai עמית:amit עומר:omer עידן:idan עידו:ido אריאל:ariel אריה:arie|aryeh אסף:asaf|assaf גיל:gil גלעד:gilad דן:dan דור:dor דב:dov " +
	"חיים:haim|chaim|hayim יואב:yoav יונתן:yonatan|jonathan|yonathan יאיר:yair ירון:yaron יגאל:yigal|igal נדב:nadav נועם:noam נתן:natan|nathan נתנאל:netanel|nathaniel עופר:ofer עוז:oz עדי:adi עמוס:amos ערן:eran צבי:zvi|tzvi רון:ron רועי:roy|roi|roee שי:shai|shay " +
	"תומר:tomer תמיר:tamir ברוך:baruch|barukh בועז:boaz גיא:guy זאב:zeev|zev חנן:hanan|chanan יובל:yuval ליאור:lior מאיר:meir מנחם:menachem|menahem מרדכי:mordechai|mordecai ניר:nir עמיר:amir רן:ran שאול:shaul|saul שחר:shahar|shachar שרון:sharon אור:or אוהד:ohad אייל:eyal " +
	"שרה:sarah|sara רבקה:rivka|rebecca רחל:rachel|rahel לאה:leah|lea מרים:miriam|maryam חנה:hanna|hannah|chana אסתר:esther|ester יעל:yael נועה:noa|noah מיכל:michal תמר:tamar דנה:dana רונית:ronit אורית:orit אילנה:ilana גלית:galit ענת:anat שירה:shira " +
	"עדן:eden מאיה:maya|maia טל:tal ליאת:liat הדס:hadas הילה:hila|hilla יפה:yafa|yaffa רות:ruth|rut דליה:dalia דבורה:dvora|deborah|devorah נעמי:naomi|noemi ורד:vered סיגל:sigal שולמית:shulamit מירי:miri אפרת:efrat עינת:einat קרן:keren לימור:limor " +
	"כהן:cohen|kohen לוי:levi|levy מזרחי:mizrahi|mizrachi פרץ:peretz|perez ביטון:biton|bitton דהן:dahan פרידמן:friedman|fridman מלכה:malka אזולאי:azoulay|azulay כץ:katz|kats עמר:amar חדד:hadad|haddad|hadad גבאי:gabay|gabbay|gabai בן:ben בר:bar " +
	"אוחיון:ohayon אדרי:edri|adri שפירא:shapira|shapiro סגל:segal גולן:golan רוזנברג:rosenberg גולדברג:goldberg גולדשטיין:goldstein שוורץ:schwartz|shwartz וייס:weiss קליין:klein רוזן:rosen אשכנזי:ashkenazi|eshkenazi ברק:barak שרעבי:sharabi|sharaby " +
	"נתניהו:netanyahu לפיד:lapid גנץ:gantz הרצוג:herzog אביב:aviv ברקוביץ:berkovich|berkowitz הלוי:halevi|halevy אלון:alon יוספי:yosefi נחום:nahum|nachum שטרן:stern הופמן:hoffman|hofman זהבי:zehavi|zahavi סבג:sabag מור:mor פלד:peled אוחנה:ohana חן:chen|hen דוידוב:davidov אליאס:elias";
const consonants =
	"א: ב:b|v ג:g ד:d ה:h ו:v|w ז:z ח:h|ch ט:t י:y כ:k|ch|kh ך:ch|kh ל:l מ:m ם:m נ:n ן:n ס:s ע: פ:p|f ף:f צ:tz|ts|z ץ:tz|ts|z ק:k ר:r ש:sh|s ת:t|th";
const vowels = "א:a,e|a,e ו:o,u|v י:i|y ע:a,e|a,e";
const last = "ה:a,ah י:i,y ו:o,u א:a ע:a";

let table: Abjad | undefined;
export function spellHebrew(word: string): string[] {
	table ??= abjadOf(names, consonants, vowels, last, "a|e|i|");
	return spellAbjad(table, word);
}
