import { type Abjad, abjadOf, spellAbjad } from "./abjad.js";
import { combinations, MOST_SPELLINGS } from "./rules.js";

/** Names of the Arab world, Iran, Afghanistan and Pakistan as their bearers spell them, without vowel marks. */
const names =
	"محمد:mohamed|mohammed|muhammad|mohammad|mohamad|muhammed|mohd احمد:ahmed|ahmad محمود:mahmoud|mahmud|mahmood حامد:hamed|hamid " +
	"حميد:hamid|hameed علي:ali|aly حسن:hassan|hasan حسين:hussein|hossein|hussain|husain|hossain|hosein عمر:omar|umar|omer عثمان:othman|osman|uthman|usman " +
	"ابراهيم:ibrahim|ebrahim|ibraheem اسماعيل:ismail|esmail|ismael|esmaeil يوسف:yousef|youssef|yusuf|yousuf|joseph مصطفى:mustafa|mostafa|moustafa|mustapha " +
	"خالد:khaled|khalid سعيد:saeed|said|saied|sayeed سعد:saad سعود:saud|saoud فهد:fahad|fahd فيصل:faisal|faysal سلطان:sultan سلمان:salman سليمان:suleiman|sulaiman|soliman|soleyman " +
	"صالح:saleh|salih صلاح:salah|salaah عبدالله:abdullah|abdallah|abdulla عبد:abd|abdul|abdel الله:allah كريم:karim|kareem رحيم:rahim|raheem رحمن:rahman|rehman " +
	"عزيز:aziz|azeez جمال:jamal|gamal|jamaal جميل:jamil|jameel|gamil ناصر:nasser|naser|nasir نصر:nasr حبيب:habib|habeeb حيدر:haider|haidar|heydar|hyder جعفر:jafar|jaafar|gaafar|jaffar " +
	"عباس:abbas كاظم:kazem|kadhim|kazim|kadhem مهدي:mahdi|mehdi رضا:reza|rida|riza|ridha هادي:hadi باقر:baqer|baqir|bagher صادق:sadiq|sadeq|sadegh تقي:taqi|taghi نقي:naqi|naghi " +
	"طه:taha طارق:tarek|tariq|tareq طالب:taleb|talib طاهر:taher|tahir ياسر:yasser|yasir|yaser ياسين:yassin|yasin|yaseen وليد:walid|waleed وائل:wael|wail هاني:hani|hany هشام:hisham|hesham " +
	"كمال:kamal|kemal كامل:kamel|kamil منصور:mansour|mansoor|mansur مراد:murad|mourad|morad مروان:marwan مازن:mazen|mazin ماجد:majed|majid|maged مجيد:majid|majeed رشيد:rashid|rasheed|rachid راشد:rashed|rashid " +
	"رامي:rami|ramy سامي:sami|samy سمير:samir|sameer سالم:salem|salim سليم:salim|saleem شريف:sherif|sharif|shareef|cherif فؤاد:fouad|fuad فواد:fouad|fuad فارس:fares|faris فريد:farid|fareed فاضل:fadel|fadhil|fazel " +
	"غازي:ghazi قاسم:qasim|kassem|qassem|ghasem|qasem لطيف:latif|lateef نبيل:nabil|nabeel نزار:nizar نوري:nouri|noori|nuri نور:nour|noor|nur زكريا:zakaria|zakariya زيد:zaid|zayd|zeid زياد:ziad|ziyad زايد:zayed داود:dawood|daoud|david|davood داوود:davood|dawood|daoud " +
	"ادم:adam ايمن:ayman|aymen ايمان:iman|eman ايهاب:ihab|ehab اسامه:osama|usama امين:amin|ameen امير:amir|ameer انور:anwar|anvar اكبر:akbar اصغر:asghar اياد:iyad|eyad ايوب:ayoub|ayub بدر:badr|bader بلال:bilal|belal بشار:bashar بشير:bashir|basheer بكر:bakr " +
	"تميم:tamim ثامر:thamer جابر:jaber|gaber جاسم:jassim|jasim|jassem جواد:javad|jawad حمزه:hamza|hamzeh|hamzah حمد:hamad حمدان:hamdan خليل:khalil|khaleel خليفه:khalifa راضي:radi زين:zain|zein|zayn " +
	"شاكر:shaker|shakir ضياء:zia|dia|diaa عادل:adel|adil عامر:amer|amir عارف:aref|arif عماد:imad|emad عمار:ammar عيسى:issa|isa|eisa غسان:ghassan فاروق:farouk|farooq|faruq فتحي:fathi|fathy موسى:moussa|musa|mousa|mousavi هارون:haroun|harun|haroon " +
	"هلال:hilal|helal يحيى:yahya|yehia|yahia يعقوب:yaqoub|yacoub|yaghoub فاطمه:fatima|fatema|fatemeh|fatma مريم:maryam|mariam|meryem عائشه:aisha|aicha|ayesha عايشه:aisha|ayesha|aicha زينب:zainab|zeinab|zaynab|zeynab خديجه:khadija|khadijeh " +
	"ساره:sara|sarah ليلى:layla|leila|laila|leyla ليلا:leila|leyla هدى:huda|hoda نورا:noura|nora امل:amal سميره:samira|sameera رانيا:rania ريم:reem|rim هند:hind منى:mona|muna سلمى:salma زهراء:zahra|zahraa زهرا:zahra نرگس:narges|nargis شيرين:shirin|sherin " +
	"حنان:hanan هناء:hana|hanaa سناء:sana|sanaa علاء:alaa|ala بهاء:bahaa اسراء:israa|esraa دعاء:doaa|duaa رقيه:ruqaya|roghayeh معصومه:masoumeh|masuma مينا:mina مينو:minoo نسرين:nasrin|nesrin پروين:parvin|parveen پري:pari ندا:neda|nida شهاب:shahab|shihab " +
	"سعاد:suad|souad سهام:siham|seham اميره:amira|ameera كوروش:kourosh|cyrus داريوش:dariush|daryoush بهرام:bahram بهروز:behrooz|behrouz بهنام:behnam بيژن:bijan|bizhan پرويز:parviz|pervez پويا:pouya|pooya آرش:arash ارش:arash اردشير:ardeshir اردلان:ardalan " +
	"جمشيد:jamshid حافظ:hafez|hafiz خسرو:khosrow|khosro رستم:rostam|rustam سهراب:sohrab سيامك:siamak سياوش:siavash|siyavash شاهين:shahin|shaheen شهرام:shahram فرهاد:farhad فريدون:fereydoun|faridoon فرزاد:farzad كامران:kamran كاوه:kaveh|kawa كيان:kian|kiyan " +
	"مسعود:masoud|massoud|masood مجتبى:mojtaba محسن:mohsen|mohsin|muhsin نادر:nader|nadir ناهيد:nahid|naheed هوشنگ:houshang|hooshang مهران:mehran مهرداد:mehrdad سعيده:saeedeh|saeeda سينا:sina غلام:gholam|ghulam خان:khan شاه:shah ميرزا:mirza سيد:sayed|sayyid|seyed|syed|said شيخ:sheikh|shaikh حاج:haj|haji " +
	"احمدي:ahmadi رضايي:rezaei|rezai محمدي:mohammadi|mohamadi حسيني:hosseini|hussaini|husseini|hoseini موسوي:mousavi|moosavi|musavi كريمي:karimi رحيمي:rahimi هاشمي:hashemi|hashimi|hashmi جعفري:jafari صادقي:sadeghi|sadiqi باقري:bagheri عباسي:abbasi قاسمي:ghasemi|qasemi|qasimi " +
	"شريفي:sharifi نجفي:najafi اكبري:akbari مرادي:moradi|muradi طاهري:taheri|tahiri يوسفي:yousefi|yousufi ابراهيمي:ebrahimi|ibrahimi روحاني:rouhani|rohani خميني:khomeini خامنه:khamenei سوري:souri|suri مصري:masri|elmasri عراقي:iraqi|araghi بغدادي:baghdadi تكريتي:tikriti جبوري:jabouri|jubouri|jaburi " +
	"دليمي:dulaimi|dulaymi ساعدي:saadi|saedi شمري:shammari|shamari عبيدي:obeidi|obaidi|ubaidi زيدي:zaidi|zaydi موسى:moussa|musa|mousa حكيم:hakim|hakeem خوري:khoury|khouri|khuri حداد:haddad نجار:najjar|naggar خطيب:khatib|khateeb مالكي:maliki جنابي:janabi عطيه:attia|atiyah|attiyah " +
	"قحطاني:qahtani غامدي:ghamdi حربي:harbi عتيبي:otaibi|utaibi مطيري:mutairi|mutayri دوسري:dosari|dossary زهراني:zahrani شهري:shehri|shahri عنزي:anzi|enezi|anazi رشيدي:rashidi|rasheedi بن:bin|ben|ibn ابن:ibn|bin|ben ابو:abu|abou";
const consonants =
	"ب:b پ:p ت:t ث:th|s ج:j|g چ:ch ح:h خ:kh د:d ذ:dh|z|th ر:r ز:z ژ:zh|j س:s ش:sh|ch ص:s ض:d|z|dh ط:t ظ:z|dh ع: غ:gh|g ف:f ڤ:v ق:q|gh|k " +
	"ك:k گ:g ڭ:g ل:l م:m ن:n ه:h ء: ں:n ٹ:t ڈ:d ڑ:r ھ:h";
const vowels = "ا:a|a و:ou,u,oo,o|w,v ي:i,ee|y ع:a|a";
const last = "ه:a,eh,ah ة:a,ah ى:a ي:i,y و:u,o,ou ا:a ع:a ء:";

let table: Abjad | undefined;
function unpacked(): Abjad {
	table ??= abjadOf(names, consonants, vowels, last, "a|e|");
	return table;
}

/** One form of letters that differ by language only, or by a mark that many leave out. */
function plain(word: string): string {
	return word
		.replace(/[آأإٱ]/g, "ا")
		.replace(/[یېئ]/g, "ي")
		.replace(/ک/g, "ك")
		.replace(/ؤ/g, "و")
		.replace(/ۀ/g, "ه");
}

/** Lists of names are written with a plain final h for ta marbuta. */
function listed(word: string): string {
	return word.replace(/ة$/, "ه");
}

/** Words put before a name, as one word with it: the article, and "servant of the". */
const prefixes: readonly (readonly [string, readonly string[]])[] = [
	["عبدال", ["abdul", "abdel", "abdal"]],
	["ال", ["al", "el", ""]],
];

export function spellArabic(word: string): string[] {
	const abjad = unpacked();
	const bare = plain(word);
	if (abjad.names.has(listed(bare))) return spellAbjad(abjad, listed(bare));
	for (const [prefix, latin] of prefixes) {
		if (!bare.startsWith(prefix) || bare.length < prefix.length + 2) continue;
		return combinations([latin, spellArabic(bare.slice(prefix.length))], MOST_SPELLINGS);
	}
	// Ya at the end may be written without its dots.
	const dotted = bare.replace(/ى$/, "ي");
	if (abjad.names.has(dotted)) return spellAbjad(abjad, dotted);
	return spellAbjad(abjad, bare);
}
