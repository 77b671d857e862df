// An invented firm's customers, as victims of impostors: names of several cultures and scripts, contact points of their own,
// orders and tickets, and the account by which the firm knows them: a third has proved it, a third has used it while signed
// in, a third has neither. Beside them customers whose account is not on record. Everything follows from the seed.
import { bare, cities, given, makeHandle, pick, seeded, surname } from "./people.mjs";

const DAY = 86_400_000;
export const now = Date.UTC(2026, 10, 25);
export const receiptKey = "an invented key for benchmarks, 32 letters and more";
export const own = ["x:AcmeCare"];

const daysAgo = (days) => new Date(now - days * DAY).toISOString();

/**
 * Names in their script and in Latin letters. Each given or family name is put together of one piece of each list.
 * `familyFirst`: the family name stands first, without a space.
 */
const scripts = [
	{
		given: [
			"Сергей:Sergei Ольга:Olga Дмитрий:Dmitri Наталья:Natalia Алексей:Alexei Ирина:Irina Павел:Pavel Светлана:Svetlana " +
				"Михаил:Mikhail Людмила:Lyudmila Виктор:Viktor Галина:Galina",
		],
		family: [
			"Сокол:Sokol Мороз:Moroz Лебед:Lebed Козл:Kozl Новик:Novik Орл:Orl Макар:Makar Захар:Zakhar Борис:Boris Тарас:Taras " +
				"Гром:Grom Ветр:Vetr Зим:Zim Рыбак:Rybak Кузьм:Kuzm Данил:Danil Стрел:Strel Жук:Zhuk",
			"ов:ov ин:in енко:enko ский:sky ец:ets",
		],
	},
	{
		given: [
			"Γιώργος:Giorgos Μαρία:Maria Νίκος:Nikos Ελένη:Eleni Δημήτρης:Dimitris Κατερίνα:Katerina Κώστας:Kostas Σοφία:Sofia " +
				"Παναγιώτης:Panagiotis Αγγελική:Angeliki Σπύρος:Spyros Ιωάννα:Ioanna",
		],
		family: [
			"Νικολ:Nikol Βασιλ:Vasil Δημητρ:Dimitr Αλεξ:Alex Καρ:Kar Στεφαν:Stefan Γεωργ:Georg Κωνσταντ:Konstant Αντων:Anton " +
				"Μιχαλ:Michal Λαμπρ:Lampr Θεοδωρ:Theodor",
			"ίδης:idis όπουλος:opoulos άκης:akis έλλης:ellis ιάδης:iadis άτος:atos",
		],
	},
	{
		given: [
			"محمد:Mohammed فاطمة:Fatima أحمد:Ahmed ليلى:Leila يوسف:Yousef مريم:Maryam خالد:Khaled سلمى:Salma عمر:Omar نور:Nour " +
				"طارق:Tariq هند:Hind سامي:Sami رنا:Rana",
		],
		family: [
			": ال:Al",
			"حداد:haddad نجار:najjar منصور:mansour حمدان:hamdan شامي:shami قاسم:qasim خطيب:khatib زيدان:zeidan بركات:barakat " +
				"سليمان:suleiman صباغ:sabbagh عساف:assaf خوري:khoury نصار:nassar رشيد:rashid كرم:karam",
		],
	},
	{
		given: [
			"प्रिया:Priya राहुल:Rahul अंजलि:Anjali अर्जुन:Arjun दीपक:Deepak सुनीता:Sunita विक्रम:Vikram पूजा:Pooja संजय:Sanjay मीना:Meena " +
				"किरण:Kiran रवि:Ravi नेहा:Neha अमित:Amit कविता:Kavita सुरेश:Suresh",
		],
		family: [
			"शर्मा:Sharma वर्मा:Verma गुप्ता:Gupta मिश्रा:Mishra जोशी:Joshi अय्यर:Iyer चौहान:Chauhan मेहता:Mehta कपूर:Kapoor यादव:Yadav " +
				"नायर:Nair राव:Rao मल्होत्रा:Malhotra पांडे:Pandey भाटिया:Bhatia सक्सेना:Saxena त्रिपाठी:Tripathi देसाई:Desai बनर्जी:Banerjee " +
				"चटर्जी:Chatterjee मेनन:Menon रेड्डी:Reddy सिन्हा:Sinha ठाकुर:Thakur अग्रवाल:Agarwal दुबे:Dubey खन्ना:Khanna पिल्लई:Pillai",
		],
	},
	{
		familyFirst: true,
		given: [
			"민:Min 서:Seo 지:Ji 하:Ha 도:Do 수:Su 현:Hyun 예:Ye 유:Yu 은:Eun 태:Tae 승:Seung",
			"준:jun 연:yeon 훈:hoon 은:eun 윤:yoon 빈:bin 우:woo 민:min 진:jin 호:ho 영:young 경:kyung",
		],
		family: ["김:Kim 이:Lee 박:Park 최:Choi 정:Jung 강:Kang 조:Cho 윤:Yoon 장:Jang 임:Lim 한:Han 오:Oh"],
	},
	{
		familyFirst: true,
		given: [
			"伟:Wei 敏:Min 静:Jing 丽:Li 建:Jian 晓:Xiao 志:Zhi 文:Wen 海:Hai 春:Chun 雪:Xue 俊:Jun",
			"强:qiang 磊:lei 洋:yang 艳:yan 勇:yong 杰:jie 娟:juan 涛:tao 明:ming 华:hua 平:ping 英:ying",
		],
		family: ["王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 赵:Zhao 黄:Huang 周:Zhou 吴:Wu 徐:Xu 孙:Sun"],
	},
	{
		familyFirst: true,
		given: [
			"裕子:Yuko 健太:Kenta 美咲:Misaki 大輔:Daisuke 陽菜:Hina 拓也:Takuya 愛:Ai 翔太:Shota 直子:Naoko 恵子:Keiko 誠:Makoto 由美:Yumi",
		],
		family: [
			"山:Yama 川:Kawa 中:Naka 高:Taka 松:Matsu 石:Ishi 藤:Fuji 小:O 森:Mori 西:Nishi 北:Kita 大:Oo",
			"田:da 本:moto 村:mura 井:i 野:no 原:hara 島:shima 沢:zawa",
		],
	},
];

/** One in so many has a name in another script than the Latin one. */
const OTHER_SCRIPT = 5;
/** So that two people share a surname about as often as in the US census of 2010: one pair in 2,000. */
const USUAL_SURNAMES = 0.1;

function putTogether(lists, random) {
	const pieces = lists.map((list) => pick(list.split(" "), random).split(":"));
	const [native, latin] = [0, 1].map((side) => pieces.map((piece) => piece[side]).join(""));
	return { native, latin: capital(latin) };
}

function nativeName(random) {
	const script = pick(scripts, random);
	const [first, last] = [putTogether(script.given, random), putTogether(script.family, random)];
	const full = script.familyFirst ? last.native + first.native : `${first.native} ${last.native}`;
	return { given: first.latin, family: last.latin, full, names: [{ given: first.native, family: last.native, full }] };
}

function latinName(random) {
	const [first, last] = [pick(given, random), surname(random, USUAL_SURNAMES)];
	return { given: first, family: last, full: `${first} ${last}` };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** As people write it: in small letters, or with capitals at the names. */
function styled(handle, { given, family }, random) {
	if (random() < 0.6) return handle;
	const marked = handle.replace(bare(family), capital).replace(bare(given), capital);
	return capital(marked);
}

/** Handles that nobody has yet, as networks give them out. */
function handlesOf(random) {
	const taken = new Set();
	return (person) => {
		const { handle } = makeHandle(person, random);
		let free = handle;
		while (taken.has(free)) free = `${handle}${Math.floor(random() * 1000)}`;
		taken.add(free);
		return styled(free, person, random);
	};
}

const bios = ["Coffee first", "Photographer", "Runner, reader", "Opinions are mine", "Dog person", "Maker of things"];
const products = ["Zephyr ZT900", "Orbital R2X", "Lumora", "Kestrel K44"];
const networks = ["github", "instagram", "bluesky", "youtube", "reddit"];

/** The public account of a person. Ids are numbers that no other account has. */
function accountOf({ person, city }, { handle, id, platform = "x" }, random) {
	const shown = random();
	const displayName = shown < 0.8 ? person.full : shown < 0.9 ? `${person.given} ${person.family}` : person.given;
	const bio = `${pick(bios, random)}. ${city}.`;
	return { platform, id: String(id), handle, displayName, bio, location: city, createdAt: "2019-03-02T10:00:00Z" };
}

/** What the firm keeps of a customer. Texts, numbers and addresses are nobody else's. */
function recordOf({ id, person, city }, at, random) {
	const { given, family, names } = person;
	const number = 400_000 + at * 7;
	const said = { direction: "inbound", state: pick(["open", "resolved"], random) };
	return {
		id,
		names: names ?? [{ given, family, full: person.full }],
		emails: [{ value: `${bare(given)}.${bare(family)}${at}@mail.example.com`, observedAt: "2024-05-01" }],
		phones: [{ value: `+1 ${200 + (Math.floor(at / 100) % 800)} 555 01${String(at % 100).padStart(2, "0")}` }],
		addresses: [{ street: `${1 + (at % 900)} ${pick(["Elm", "Oak", "Mill"], random)} Lane no. ${number}`, city }],
		status: "customer",
		interactions: [
			{ ...said, channel: "order", at: daysAgo(200), references: [`O-${number}`], topic: pick(products, random) },
			{
				...said,
				channel: "ticket",
				at: daysAgo(90),
				references: [`T-${number}`],
				text: `My matter number ${number} is open.`,
			},
		],
	};
}

/** How the firm knows the account of a customer. */
const standings = {
	proof: (record, account, desk, random) => ({
		...record,
		handles: [desk.signedIn({ recordId: record.id, profile: account, now: now - Math.floor(1 + random() * 60) * DAY })],
	}),
	session: (record, { platform, id, handle }, _, random) => ({
		...record,
		handles: [{ platform, id, handle }],
		interactions: [
			...record.interactions,
			{
				channel: "dm",
				direction: "inbound",
				at: daysAgo(1 + Math.floor(random() * 150)),
				platform,
				accountId: id,
				authenticated: true,
				text: `Signed in about ${record.interactions[0].references[0]}.`,
			},
		],
	}),
	neither: (record, { platform, id, handle }) => ({ ...record, handles: [{ platform, id, handle }] }),
};

/**
 * `count` customers whose account is on record, as many whose account is not, and half as many without any.
 * @returns records; `known` and `unknown`: { record, account, person, standing }; `newcomer()`: the account of a stranger, or
 * of a `person` elsewhere
 */
export function makeCustomers(count, { proofDesk }, seed = 1) {
	const random = seeded(seed);
	const desk = proofDesk({ key: receiptKey, random: (bytes) => Array.from({ length: bytes }, () => random() * 256) });
	const handleFor = handlesOf(random);
	let accounts = 1_000_000;
	const nextId = () => (accounts += 1 + Math.floor(random() * 1000));
	const people = (size) =>
		Array.from({ length: size }, (_, at) => ({
			id: `c${at}`,
			person: at % OTHER_SCRIPT === 0 ? nativeName(random) : latinName(random),
			city: pick(cities, random),
		}));
	const kinds = Object.keys(standings);
	const customers = people(Math.ceil(2.5 * count)).map((one, at) => {
		const record = recordOf(one, at, random);
		if (at >= 2 * count) return { ...one, record };
		const account = accountOf(one, { handle: handleFor(one.person), id: nextId() }, random);
		if (at >= count) return { ...one, record, account };
		const standing = kinds[at % kinds.length];
		return { ...one, standing, account, record: standings[standing](record, account, desk, random) };
	});
	const strangers = people(count);
	return {
		records: customers.map(({ record }) => record),
		known: customers.slice(0, count),
		unknown: customers.slice(count, 2 * count),
		strangers: strangers.map((one) => accountOf(one, { handle: handleFor(one.person), id: nextId() }, random)),
		/** Another account of a customer, on another network. */
		elsewhere(customer) {
			const { handle } = makeHandle(customer.person, random);
			const same = random() < 0.5 ? customer.account.handle : handle;
			return accountOf(customer, { handle: same, id: nextId(), platform: pick(networks, random) }, random);
		},
		nextId: () => String(nextId()),
	};
}
