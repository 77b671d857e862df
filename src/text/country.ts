import { fold } from "./unicode.js";

/**
 * Countries by ISO 3166-1 alpha-2 code: short English names, names of their own, demonyms and codes that people write
 * about themselves. Folded, without punctuation.
 */
const countryTable =
	"ad andorra|ae united arab emirates,uae,emirates|af afghanistan|ag antigua and barbuda,antigua|al albania,shqiperia|am armenia|ao angola|" +
	"ar argentina,argentine,argentino|at austria,osterreich,austrian|au australia,aus,australian,aussie|az azerbaijan|" +
	"ba bosnia and herzegovina,bosnia,bosna i hercegovina|bb barbados|bd bangladesh|be belgium,belgie,belgique,belgien,belgian|bf burkina faso|bg bulgaria|bh bahrain|bi burundi|bj benin|" +
	"bn brunei,brunei darussalam|bo bolivia|br brazil,brasil,brazilian,brasileiro,brasileira|bs bahamas,the bahamas|bt bhutan|bw botswana|by belarus|bz belize|" +
	"ca canada,canadian,can|cd democratic republic of the congo,dr congo,drc,congo kinshasa|cf central african republic|cg congo,republic of the congo|ch switzerland,schweiz,suisse,svizzera,swiss|" +
	"ci ivory coast,cote d ivoire|cl chile|cm cameroon,cameroun|cn china,peoples republic of china,prc,中国|co colombia|cr costa rica|cu cuba|cv cape verde,cabo verde|cy cyprus|cz czechia,czech republic,cesko|" +
	"de germany,deutschland,german,allemagne,alemania|dj djibouti|dk denmark,danmark,danish|dm dominica|do dominican republic,republica dominicana|dz algeria,algerie|" +
	"ec ecuador|ee estonia,eesti|eg egypt|er eritrea|es spain,espana,spanish,spanien,espagne|et ethiopia|fi finland,suomi,finnish|fj fiji|fm micronesia|fr france,french,frankreich,francia|" +
	"ga gabon|gb united kingdom,uk,u k,great britain,britain,england,scotland,wales,northern ireland,british,united kingdom of great britain and northern ireland,gbr|gd grenada|ge georgia,sakartvelo|gh ghana|gl greenland|gm gambia,the gambia|gn guinea|" +
	"gq equatorial guinea|gr greece,hellas,ελλαδα,ελλασ|gt guatemala|gw guinea bissau|gy guyana|hk hong kong,香港|hn honduras|hr croatia,hrvatska|ht haiti|hu hungary,magyarorszag|" +
	"id indonesia|ie ireland,eire,republic of ireland,irish|il israel,ישראל|in india,bharat,indian,भारत|iq iraq|ir iran,islamic republic of iran,ایران|is iceland,island|it italy,italia,italian,italien,italie|" +
	"jm jamaica|jo jordan|jp japan,日本,nippon,japanese|ke kenya|kg kyrgyzstan|kh cambodia|ki kiribati|km comoros|kn saint kitts and nevis|kp north korea|kr south korea,korea,republic of korea,대한민국,한국|kw kuwait|kz kazakhstan|" +
	"la laos|lb lebanon,liban|lc saint lucia|li liechtenstein|lk sri lanka|lr liberia|ls lesotho|lt lithuania,lietuva|lu luxembourg,letzebuerg,luxemburg|lv latvia,latvija|ly libya|" +
	"ma morocco,maroc|mc monaco|md moldova|me montenegro,crna gora|mg madagascar|mh marshall islands|mk north macedonia,macedonia|ml mali|mm myanmar,burma|mn mongolia|mo macau,macao|mr mauritania|mt malta|mu mauritius|mv maldives|" +
	"mw malawi|mx mexico,mex,mexican,mejico|my malaysia|mz mozambique,mocambique|na namibia|ne niger|ng nigeria,naija|ni nicaragua|nl netherlands,the netherlands,nederland,holland,dutch|no norway,norge,norwegian|np nepal|nr nauru|" +
	"nz new zealand,aotearoa,kiwi|om oman|pa panama|pe peru|pg papua new guinea|ph philippines,the philippines,pilipinas|pk pakistan|pl poland,polska,polish|pr puerto rico|ps palestine|pt portugal,portuguese|pw palau|py paraguay|" +
	"qa qatar|ro romania|rs serbia,srbija,србија|ru russia,russian federation,россия,rossiya|rw rwanda|sa saudi arabia,ksa|sb solomon islands|sc seychelles|sd sudan|se sweden,sverige,swedish|sg singapore|" +
	"si slovenia,slovenija|sk slovakia,slovensko|sl sierra leone|sm san marino|sn senegal|so somalia|sr suriname|ss south sudan|st sao tome and principe|sv el salvador|sy syria,syrian arab republic|sz eswatini,swaziland|" +
	"td chad|tg togo|th thailand,ประเทศไทย|tj tajikistan|tl timor leste,east timor|tm turkmenistan|tn tunisia,tunisie|to tonga|tr turkey,turkiye,turkish|tt trinidad and tobago,trinidad|tv tuvalu|tw taiwan,台灣,台湾|tz tanzania|" +
	"ua ukraine,україна,ukraina|ug uganda|us united states,united states of america,usa,u s a,u s,america,american,estados unidos|uy uruguay|uz uzbekistan|va vatican city|vc saint vincent and the grenadines|ve venezuela|vn vietnam,viet nam|vu vanuatu|" +
	"ws samoa|xk kosovo|ye yemen|za south africa,rsa|zm zambia|zw zimbabwe";

const stateTable =
	"al alabama|ak alaska|az arizona|ar arkansas|ca california,calif,cali|co colorado|ct connecticut|de delaware|dc district of columbia,washington dc,washington d c|" +
	"fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts,mass|" +
	"mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|nh new hampshire|nj new jersey,jersey|nm new mexico|ny new york,new york state|" +
	"nc north carolina|nd north dakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania,penn|ri rhode island|sc south carolina|sd south dakota|tn tennessee|" +
	"tx texas|ut utah|vt vermont|va virginia|wa washington,washington state|wv west virginia|wi wisconsin|wy wyoming";

function byName(table: string): ReadonlyMap<string, string> {
	const codes = new Map<string, string>();
	for (const row of table.split("|")) {
		const code = row.slice(0, 2);
		for (const name of row.slice(3).split(",")) codes.set(fold(name), code);
	}
	return codes;
}

let names: { countries: ReadonlyMap<string, string>; states: ReadonlyMap<string, string> } | undefined;
let codes: { countries: ReadonlySet<string>; states: ReadonlySet<string> } | undefined;
// Unpacked when first asked for, so that importing the package costs nothing. The result never changes.
const unpacked = (): NonNullable<typeof names> =>
	(names ??= { countries: byName(countryTable), states: byName(stateTable) });
const unpackedCodes = (): NonNullable<typeof codes> =>
	(codes ??= { countries: new Set(unpacked().countries.values()), states: new Set(unpacked().states.values()) });

/** ISO 3166-1 alpha-2 code, lower case, of a country's name or demonym (folded): "deutschland" -> "de". */
export function countryOfName(folded: string): string | undefined {
	return unpacked().countries.get(folded);
}

/** The code itself when it is one, lower case: "fr" -> "fr". */
export function countryOfCode(folded: string): string | undefined {
	return unpackedCodes().countries.has(folded) ? folded : undefined;
}

/** Postal code, lower case, of a state of the USA by its name (folded): "virginia" -> "va". */
export function stateOfName(folded: string): string | undefined {
	return unpacked().states.get(folded);
}

/** The code itself when it is one, lower case: "ma" -> "ma". */
export function stateOfCode(folded: string): string | undefined {
	return unpackedCodes().states.has(folded) ? folded : undefined;
}

/** The country codes of the flags in a text: two regional indicators each. */
export function countriesOfFlags(text: string): string[] {
	const flags = text.match(/[\u{1f1e6}-\u{1f1ff}]{2}/gu) ?? [];
	const found = flags.map((flag) =>
		[...flag].map((letter) => String.fromCharCode(97 + (letter.codePointAt(0) as number) - 0x1f1e6)).join(""),
	);
	return found.filter((code) => countryOfCode(code) !== undefined);
}
